using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;

namespace NetGen.Testing.Incremental;

/// <summary>A generator's run over a project and its run after an edit.</summary>
/// <param name="First">The first run.</param>
/// <param name="Second">The run after the edit.</param>
/// <param name="TrackingNames">The steps that are watched.</param>
internal sealed record IncrementalRun(GeneratorRun First, GeneratorRun Second, ImmutableArray<string> TrackingNames)
{
    /// <summary>How many values the watched steps and the outputs computed anew, whether or not they came out the same.</summary>
    public int Recomputed => TrackingNames.SelectMany(name => Reasons(name)).Concat(OutputReasons).Count(static reason => reason != IncrementalStepRunReason.Cached);

    /// <summary>How many values the watched steps and the outputs changed, added or removed.</summary>
    public int Changed => TrackingNames.SelectMany(name => Reasons(name)).Concat(OutputReasons)
        .Count(static reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <summary>Why each emitted output of the second run is what it is.</summary>
    public ImmutableArray<IncrementalStepRunReason> OutputReasons => Of(Second.Result.TrackedOutputSteps.Values.SelectMany(static steps => steps));

    /// <summary>Why each value of a step of the second run is what it is.</summary>
    public ImmutableArray<IncrementalStepRunReason> Reasons(string trackingName) =>
        Second.Result.TrackedSteps.TryGetValue(trackingName, out var steps) ? Of(steps) : [];

    /// <summary>Fails unless every value of a step came about for one of the reasons given.</summary>
    /// <exception cref="CheckFailedException">It did not.</exception>
    public IncrementalRun Expect(string trackingName, params ReadOnlySpan<IncrementalStepRunReason> allowed)
    {
        Check(trackingName, Reasons(trackingName), allowed);
        return this;
    }

    /// <summary>Fails unless every output came about for one of the reasons given.</summary>
    /// <exception cref="CheckFailedException">It did not.</exception>
    public IncrementalRun ExpectOutputs(params ReadOnlySpan<IncrementalStepRunReason> allowed)
    {
        Check("the outputs", OutputReasons, allowed);
        return this;
    }

    private static ImmutableArray<IncrementalStepRunReason> Of(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    private static void Check(string name, ImmutableArray<IncrementalStepRunReason> reasons, ReadOnlySpan<IncrementalStepRunReason> allowed)
    {
        if (reasons.IsEmpty)
        {
            throw new CheckFailedException($"The second run has no value of {name}, so nothing was checked.");
        }

        foreach (var reason in reasons)
        {
            if (!allowed.Contains(reason))
            {
                throw new CheckFailedException($"In the second run {name} gave {string.Join(", ", reasons)}; expected is {string.Join(" or ", allowed.ToArray())}.");
            }
        }
    }
}

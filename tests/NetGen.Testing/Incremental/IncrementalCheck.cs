using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;

namespace NetGen.Testing.Incremental;

/// <summary>Runs a generator over a project and over an edited copy of it, and tells which tracked steps did anything the second time.</summary>
internal static class IncrementalCheck
{
    /// <summary>Runs twice.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="before">The project.</param>
    /// <param name="after">The project as edited, sharing the trees that were not.</param>
    /// <param name="trackingNames">The names of all steps the generator tracks.</param>
    /// <exception cref="CheckFailedException">The generator threw, or a name is tracked by no step, so that nothing would be checked.</exception>
    public static IncrementalRun Run(IIncrementalGenerator generator, CSharpCompilation before, CSharpCompilation after, IReadOnlyCollection<string> trackingNames)
    {
        var driver = GeneratorHarness.CreateDriver(generator, before).RunGeneratorsAndUpdateCompilation(before, out var firstOutput, out _);
        var first = GeneratorRun.From(driver, before, (CSharpCompilation)firstOutput);
        driver = driver.RunGeneratorsAndUpdateCompilation(after, out var secondOutput, out _);
        var second = GeneratorRun.From(driver, after, (CSharpCompilation)secondOutput);
        foreach (var name in trackingNames)
        {
            if (!first.Result.TrackedSteps.ContainsKey(name))
            {
                throw new CheckFailedException($"No step is tracked as '{name}'; there are: {string.Join(", ", first.Result.TrackedSteps.Keys.Order())}.");
            }
        }

        return new IncrementalRun(first, second, [.. trackingNames]);
    }

    /// <summary>
    /// Runs twice, the second time on a clone that differs in nothing, and fails unless every tracked step and every output was cached or unchanged, and
    /// no model holds on to the compiler's objects.
    /// </summary>
    /// <returns>The first run.</returns>
    public static GeneratorRun CheckCached(IIncrementalGenerator generator, CSharpCompilation compilation, IReadOnlyCollection<string> trackingNames)
    {
        var run = Run(generator, compilation, compilation.Clone(), trackingNames);
        foreach (var name in run.TrackingNames)
        {
            run.Expect(name, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        }

        run.ExpectOutputs(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        ObjectGraphCheck.Check(run.First.Result, trackingNames);
        return run.First;
    }
}

using NetGen.Generators.Graph;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Weights with a mean send the sum of all inputs to every unit alike, and it grows with the fan-in instead of its root.</summary>
internal sealed class WeightMeanRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN112",
        RuleSeverity.Warning,
        "Weights start with a mean other than zero",
        "{0}: {1}, fan-in {2}: the weights' mean {3} adds the same {4} times the inputs' mean to every unit at initialization");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN104", "NETGEN105", "NETGEN106"];

    /// <inheritdoc/>
    public override string Advice => "Use an initializer that is symmetric about zero";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        for (var entry = 0; entry < context.Depth; entry++)
        {
            var dense = context.Weighted(entry);
            // A normalization that follows at once takes away what all units have in common, unless it leaves means as they are.
            if (context.Parameters[entry].Weights.Mean is { } mean && mean != 0
                && context.Paths.OnlyReader(context.Forward.Weighted[entry].Result)?.Effect is not SignalEffect.Normalization { IsCentred: true }
                && SignalMath.IsFinite(dense.FanIn * mean)
                && !SymmetryRule.IsSymmetric(context, entry))
            {
                yield return Found(
                    context.Parameters[entry].LayerIndex,
                    FindingCause.Initializer,
                    dense.Name,
                    Words.Initializer(dense.Weights),
                    Number(dense.FanIn),
                    Number(mean),
                    Rounded(dense.FanIn * mean, 2));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);
}

using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Signal.Initializers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Hidden units that all start the same; where their gradients are the same too, they never differ.</summary>
internal sealed class SymmetryRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN109",
        RuleSeverity.Error,
        "Hidden units start the same",
        "{0}{1}: {2} starts all {3} units the same at initialization, and {4}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } =
    [
        "NETGEN101", "NETGEN102", "NETGEN103", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN107", "NETGEN108",
        "NETGEN110", "NETGEN112", "NETGEN114", "NETGEN204", "NETGEN205", "NETGEN206",
    ];

    /// <inheritdoc/>
    public override string Advice => "Use an initializer that draws the weights at random";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (entry, others) in context.Groups(entry => IsSymmetric(context, entry) ? IsStuck(context, entry) ? 2 : 1 : null, 0))
        {
            var dense = context.Weighted(entry);
            var isStuck = IsStuck(context, entry);
            yield return Found(
                context.Parameters[entry].LayerIndex,
                FindingCause.Initializer,
                dense.Name,
                Words.More(others),
                Words.Initializer(dense.Weights),
                Number(dense.Units),
                isStuck ? "nothing in their gradients ever tells them apart" : "they differ by the weights behind them alone") with
            {
                Severity = isStuck ? RuleSeverity.Error : RuleSeverity.Warning,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);

    /// <summary>Whether a hidden layer's units all start with the same weights and biases.</summary>
    public static bool IsSymmetric(RuleContext context, int entry)
    {
        var (_, weights, bias) = context.Parameters[entry];
        return entry + 1 < context.Depth
            && !context.IsBranch(entry)
            && context.Weighted(entry).Units > 1
            && weights.Distribution == TensorDistribution.Constant
            && bias is null or { Distribution: TensorDistribution.Constant or TensorDistribution.WeightSum };
    }

    /// <summary>
    /// Whether they stay so: the weights behind them are all alike too, or the units are ReLUs at rest, which have no gradient. Random weights behind other
    /// units send them different gradients, and so do masks and noise, which are each unit's own.
    /// </summary>
    private static bool IsStuck(RuleContext context, int entry) =>
        (context.Next(entry) is >= 0 and var next
            && context.Parameters[next].Weights.Distribution == TensorDistribution.Constant
            && !IsRandom(context, entry))
        || (context.DirectActivation(entry).Kind == ActivationKind.Relu && context.Signal(entry) is { StandardDeviation: 0, Mean: <= 0 });

    private static bool IsRandom(RuleContext context, int entry) => context.Paths.After(context.Forward.Weighted[entry].Result)
        .TakeWhile(static operation => operation.Effect is not SignalEffect.Product)
        .Any(static operation => operation.Effect is SignalEffect.Dropping or SignalEffect.Noise);
}

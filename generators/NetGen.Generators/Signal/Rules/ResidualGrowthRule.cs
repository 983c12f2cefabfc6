using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Residual blocks that pass on the size of what they receive: each adds as much again, and the signal doubles from block to block.</summary>
internal sealed class ResidualGrowthRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN120",
        RuleSeverity.Warning,
        "Residual blocks without normalization grow the signal",
        "{0} residual blocks without normalization inside: they multiply the signal's mean square by {1} at initialization, {2} a block");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN101", "NETGEN103", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN204", "NETGEN206"];

    /// <inheritdoc/>
    public override string Advice => "Normalize inside each block, or scale the last layer of each by 1 / sqrt(blocks)";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var (growth, blocks) = Largest(context);
        if (growth > context.Thresholds.ResidualGrowthInfo)
        {
            yield return Found(
                blocks[0].Layer - 1,
                FindingCause.Layer,
                Number(blocks.Count),
                Rounded(growth),
                Rounded(Math.Pow(growth, 1.0 / blocks.Count), 2)) with
            {
                Severity = growth > context.Thresholds.ResidualGrowth ? RuleSeverity.Warning : RuleSeverity.Info,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var blocks = Largest(context).Blocks;
        var share = Math.Round(1 / Math.Sqrt(blocks.Count), 2);
        var ends = blocks.Select(block => End(context, block)).Where(static entry => entry >= 0).ToList();
        yield return With("Multiply the last weights of each block by 1 / sqrt(blocks) = " + Number(share), layer => layer.Weights.Kind.TakesGain() && layer.Weights.Gain > 0
            ? layer with { Weights = layer.Weights with { Gain = Math.Round(share * layer.Weights.Gain, 4), IsDefault = false } }
            : layer.WithWeights(NetworkEdits.Matched(layer.Activation.Kind) with { Gain = share, IsDefault = false }));
        yield return With("Start the last weights of each block at zero", static layer => layer.WithWeights(new(InitializerKind.Zeros)));

        Fix With(string title, Func<WeightedLayerSpec, WeightedLayerSpec> change) => InitializerFixes.Offer(
            context, title, ends.Aggregate(context.Network, (network, entry) => network.WithWeighted(context.Parameters[entry].LayerIndex, change)));
    }

    /// <summary>The largest growth along the way round, since the last normalization on it, and the blocks that make it.</summary>
    private static (double Growth, List<Operation> Blocks) Largest(RuleContext context)
    {
        var growths = new Dictionary<Value, (double Growth, List<Operation> Blocks)>();
        (double Growth, List<Operation> Blocks) largest = (1, []);
        foreach (var operation in context.Forward.Graph.Operations)
        {
            var received = operation.Effect switch
            {
                SignalEffect.Sum sum => Of(sum.B),
                SignalEffect.Normalization => (1, []),
                _ => Of(operation.Reads.First()),
            };
            if (operation.Effect is SignalEffect.Sum block && !IsNormalized(context, block, operation.Layer)
                && context.Forward.Of(block.B).Moments?.SecondMoment is > 0 and var before
                && context.Forward.Of(operation.Result).Moments?.SecondMoment is { } after)
            {
                received = (received.Growth * after / before, [.. received.Blocks, operation]);
            }

            growths[operation.Result] = received;
            largest = received.Growth > largest.Growth ? received : largest;
        }

        return largest;

        (double Growth, List<Operation> Blocks) Of(Value value) => growths.TryGetValue(value, out var known) ? known : (1, []);
    }

    /// <summary>Whether what is inside a block gives a size of its own, whatever it receives.</summary>
    private static bool IsNormalized(RuleContext context, SignalEffect.Sum block, int layer)
    {
        var received = context.Paths.Writer(block.B) is { Effect: SignalEffect.Product projection } writes && writes.Layer == layer ? projection.X : block.B;
        for (var value = block.A; !ReferenceEquals(value, received) && context.Paths.Writer(value) is { } writer;)
        {
            if (writer.Effect is SignalEffect.Normalization)
            {
                return true;
            }

            value = writer.Effect is SignalEffect.Sum inner ? inner.B : writer.Reads.First();
        }

        return false;
    }

    /// <summary>The last weights inside a block, -1 where it has none.</summary>
    private static int End(RuleContext context, Operation block)
    {
        for (var value = ((SignalEffect.Sum)block.Effect).A; context.Paths.Writer(value) is { } writer; value = writer.Reads.First())
        {
            switch (writer.Effect)
            {
                case SignalEffect.Product:
                    return context.Forward.EntryOf(writer.Result);
                case SignalEffect.Sum:
                    return -1;
            }
        }

        return -1;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A dense layer sees the channels of one pixel at a time where it receives an image that nothing flattens.</summary>
internal sealed class UnflattenedImageRule : SignalRule
{
    private const int RankOfImages = 3;

    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN304",
        RuleSeverity.Info,
        "An image goes into a dense layer unflattened",
        "{0} receives an image, {1}, and acts on its last axis alone: each unit sees {2} of its {3} values at a time");

    /// <inheritdoc/>
    public override string Advice => "Add [Flatten] where every unit is to see the whole image";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var steps = context.Network.Steps;
        for (var index = 0; index < steps.Count; index++)
        {
            if (steps[index] is { IsPositionwise: true, Input: { Rank: RankOfImages, Positions: > 1 } input })
            {
                // The layers behind it receive what it leaves of the image: they are the same mistake, or the same intention.
                yield return Found(index, FindingCause.Layer, steps[index].Name, input.ToString(), Count(input.Last), Count(input.Size));
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var network = context.Network;
        var layer = network.Steps[finding.LayerIndex];
        var root = network.Layers.Items.IndexOf(layer);
        if (root < 0)
        {
            // Inside of a block, whose other layers keep the axes.
            yield break;
        }

        var flatten = new FlattenSpec(FreeName(network), layer.Input);
        var rest = ImmutableArray.CreateRange(network.Layers.Skip(root));
        var changed = network with { Layers = network.Layers.Items.RemoveRange(root, rest.Length).Add(flatten).AddRange(LayerTree.WithInput(rest, flatten.Output)) };
        if (changed.Steps.OfType<WeightedLayerSpec>().Sum(static weighted => weighted.FanIn * weighted.FanOut) < int.MaxValue)
        {
            yield return new Fix("Add [Flatten] before " + layer.Name, changed, context.Training);
        }
    }

    private static string FreeName(NetworkSpec network)
    {
        for (var number = 1; ; number++)
        {
            var name = "Flatten" + number.ToString(CultureInfo.InvariantCulture);
            if (network.Steps.All(step => step.Name != name))
            {
                return name;
            }
        }
    }

    private static string Count(long values) => values.ToString("N0", CultureInfo.InvariantCulture);
}

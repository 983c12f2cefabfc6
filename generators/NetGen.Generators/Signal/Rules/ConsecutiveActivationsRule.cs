using NetGen.Generators.Model.Layers;
using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>One activation straight after another.</summary>
internal sealed class ConsecutiveActivationsRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN302",
        RuleSeverity.Warning,
        "Two activations follow one another",
        "{0}'s {1} activation is applied to what {2}'s {3} activation gives, with no weights between");

    /// <inheritdoc/>
    public override string Advice => "Remove one of them";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var layers = context.Network.Layers;
        for (var index = 1; index < layers.Count; index++)
        {
            var (before, layer) = (layers[index - 1], layers[index]);
            if (layer is ActivationLayerSpec && layer.Activation.Kind != ActivationKind.Identity && before.Activation.Kind != ActivationKind.Identity)
            {
                yield return Found(
                    index,
                    FindingCause.Layer,
                    layer.Name,
                    Words.Units(layer.Activation),
                    before.Name,
                    Words.Units(before.Activation));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var network = context.Network;
        yield return InitializerFixes.Offer(
            context, "Remove " + network.Layers[finding.LayerIndex].Name, network.Without(finding.LayerIndex));
        var before = finding.LayerIndex - 1;
        var layer = network.Layers[before];
        yield return InitializerFixes.Offer(
            context,
            "Remove the activation of " + layer.Name,
            layer is DenseSpec ? network.WithLayer(before, layer with { Activation = ActivationSpec.Identity }) : network.Without(before));
    }
}

using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A loss that takes logits after an activation that has squashed them already, or a softmax over one value.</summary>
internal sealed class LossMismatchRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN201",
        RuleSeverity.Error,
        "Loss and output do not fit",
        "{0}: {1}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN206", "NETGEN302"];

    /// <inheritdoc/>
    public override string Advice => "Use the loss that belongs to the output";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var network = context.Network;
        var output = OutputLayer.Of(context);
        if (network.Loss.Kind == LossKind.SoftmaxCrossEntropy && network.Output.Size == 1)
        {
            yield return Found(
                -1,
                FindingCause.Loss,
                "SoftmaxCrossEntropy over one output",
                "one class always has probability 1, the loss is 0 and nothing is learned; with two classes and one logit the loss is BinaryCrossEntropy");
        }
        else if (output.Activation == ActivationKind.Softmax && network.Output.Last == 1)
        {
            yield return Found(
                output.Index,
                FindingCause.Activation,
                context.Steps[output.Index].Name,
                "a softmax over one unit always gives 1; one unit between 0 and 1 is logistic");
        }
        else if (Squashes(output.Activation) && network.Loss.Kind is LossKind.SoftmaxCrossEntropy or LossKind.BinaryCrossEntropy
            && !(output.Activation == ActivationKind.Softmax && network.Loss.Kind == LossKind.SoftmaxCrossEntropy))
        {
            yield return Found(
                output.Index,
                FindingCause.Activation,
                context.Steps[output.Index].Name,
                network.Loss.Name + " takes logits, and the " + Words.Units(context.Steps[output.Index].Activation)
                    + " activation has turned them into values between 0 and 1 already");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var network = context.Network;
        var output = OutputLayer.Of(context);
        if (finding.Cause == FindingCause.Loss)
        {
            yield return InitializerFixes.Offer(context, "Use BinaryCrossEntropy", network with { Loss = new(LossKind.BinaryCrossEntropy) });
        }

        if (Squashes(output.Activation))
        {
            yield return InitializerFixes.Offer(
                context, "Remove the activation of " + context.Steps[output.Index].Name, OutputLayer.WithoutActivation(context));
            yield return InitializerFixes.Offer(
                context,
                "Use a logistic unit",
                network.WithStep(output.Index, static layer => layer with { Activation = new(ActivationKind.Sigmoid) }));
        }
    }

    private static bool Squashes(ActivationKind kind) => kind is ActivationKind.Sigmoid or ActivationKind.HardSigmoid or ActivationKind.Softmax;
}

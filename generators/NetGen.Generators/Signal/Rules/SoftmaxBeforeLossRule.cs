using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A softmax in front of a loss that takes its own.</summary>
internal sealed class SoftmaxBeforeLossRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN202",
        RuleSeverity.Error,
        "A softmax stands before a loss that takes logits",
        "{0}: SoftmaxCrossEntropy takes logits and applies the softmax itself; a second one leaves gradients that are too small to learn from");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN206", "NETGEN302"];

    /// <inheritdoc/>
    public override string Advice => "Remove the softmax: PredictProbabilities gives probabilities";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var network = context.Network;
        var output = OutputLayer.Of(context);
        if (network.Loss.Kind == LossKind.SoftmaxCrossEntropy && output.Activation == ActivationKind.Softmax && network.Output.Last > 1)
        {
            yield return Found(output.Index, FindingCause.Activation, context.Steps[output.Index].Name);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) =>
        [InitializerFixes.Offer(context, "Remove the softmax", OutputLayer.WithoutActivation(context))];
}

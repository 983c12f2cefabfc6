using NetGen.Generators.Model;
using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal.Training;

/// <summary>What the loss sees before the first step, and what it sends back.</summary>
/// <param name="InitialLoss">The expected loss; null where unknown.</param>
/// <param name="GradientSecondMoment">
/// E[g^2] of the loss of one sample by one value that the last weights gave; null where unknown. For a loss of the user's own it is taken as E[phi'^2],
/// good for ratios between layers alone.
/// </param>
/// <param name="IsRelative">Whether the gradient's size is known up to a factor only.</param>
internal sealed record LossSignal(double? InitialLoss, double? GradientSecondMoment, bool IsRelative)
{
    /// <summary>The loss at the end of a forward pass.</summary>
    /// <param name="network">The network.</param>
    /// <param name="last">The signal of what the network gives.</param>
    public static LossSignal Of(NetworkSpec network, ValueSignal last)
    {
        if (last.Source is not { } source || last.Function is not { } function || last.Moments is not { } outgoing)
        {
            return new(null, null, network.Loss.Kind == LossKind.Custom);
        }

        return network.Loss.Kind switch
        {
            LossKind.Custom => new(null, outgoing.SlopeSecondMoment, true),
            LossKind.SoftmaxCrossEntropy => Softmax(network.Output.Size, outgoing),
            _ => ElementWise(network, source, function, last.Activation),
        };
    }

    private static LossSignal Softmax(long classes, ActivationMoments logits)
    {
        if (classes < 2)
        {
            return new(0, 0, false);
        }

        // g = p - y: the mean over classes of E[g^2] is (E[sum p^2] - 2/C + 1) / C; a mean that all logits share does not count.
        var (crossEntropy, sumOfSquares) = SoftmaxLogits.Start(classes, logits.Variance);
        double count = classes;
        return new(crossEntropy, (sumOfSquares + 1 - (2 / count)) / count * logits.SlopeSecondMoment, false);
    }

    private static LossSignal ElementWise(NetworkSpec network, SignalDistribution source, ActivationFunction function, ActivationKind activation)
    {
        var targets = TargetAssumption.For(network.Loss.Kind, activation);
        double loss = 0, gradient = 0;
        if (source.Variance == 0)
        {
            function.Evaluate(source.Mean, out var value, out var derivative);
            Add(1, value, derivative, false);
        }
        else
        {
            Quadrature.ForEach(function, source, Add);
        }

        // A mean over the outputs too: each gives its share of the gradient.
        gradient /= (double)network.Output.Size * network.Output.Size;
        return new(
            SignalMath.IsFinite(loss) ? loss : null,
            SignalMath.IsFinite(gradient) ? Math.Min(gradient, SignalMath.LargestVariance) : null,
            false);

        void Add(double weight, double value, double derivative, bool isTail)
        {
            foreach (var (target, share) in targets)
            {
                var (term, slope) = Term(network.Loss, value, target);
                loss += weight * share * term;
                gradient += weight * share * slope * derivative * slope * derivative;
            }
        }
    }

    private static (double Loss, double Slope) Term(LossSpec loss, double output, double target)
    {
        var difference = output - target;
        var distance = Math.Abs(difference);
        return loss.Kind switch
        {
            LossKind.BinaryCrossEntropy =>
                (ElementaryFunctions.Softplus(output) - (target * output), ElementaryFunctions.Logistic(output) - target),
            LossKind.MeanSquaredError => (difference * difference, 2 * difference),
            LossKind.MeanAbsoluteError => (distance, Math.Sign(difference)),
            _ when distance <= loss.Delta => (0.5 * difference * difference, difference),
            _ => (loss.Delta * (distance - (0.5 * loss.Delta)), loss.Delta * Math.Sign(difference)),
        };
    }
}

using NetGen.Generators.Graph;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Signal;

/// <summary>
/// The backward recursion G^l = n v E[phi'^2] G^(l+1) over the operations in reverse, from the loss to the first sum over weights. Gradients of a value that is
/// read twice are added: those of independent branches are not correlated. Between samples of a batch they are not either, so that what a normalization sends
/// from one sample to the others is left out.
/// </summary>
internal sealed class BackwardPass
{
    private readonly ForwardPass _forward;
    private readonly Dictionary<Value, double?> _gradients = [];

    private BackwardPass(ForwardPass forward) => _forward = forward;

    /// <summary>G for each of the forward pass's sums over weights; null where something between there and the loss is not known.</summary>
    public static double?[] Run(ForwardPass forward, LossSignal loss)
    {
        var pass = new BackwardPass(forward);
        pass._gradients[forward.Output.Origin] = loss.GradientSecondMoment;
        var gradients = new double?[forward.Weighted.Count];
        var entry = gradients.Length;
        foreach (var operation in forward.Graph.Operations.Reverse())
        {
            if (operation.Effect is SignalEffect.Product)
            {
                gradients[--entry] = pass.Of(operation.Result);
            }

            // What is a function of another value has handed its gradient on to that one already.
            if (ReferenceEquals(forward.Of(operation.Result).Origin, operation.Result))
            {
                pass.Pass(operation.Effect, operation.Result, entry);
            }
        }

        return gradients;
    }

    private double? Of(Value value) => _gradients.TryGetValue(value, out var gradient) ? gradient : 0;

    private void Pass(SignalEffect effect, Value result, int entry)
    {
        var gradient = Of(result);
        switch (effect)
        {
            case SignalEffect.Product product:
                Contribute(product.X, _forward.Weighted[entry].FanOut * _forward.Weighted[entry].Square, gradient);
                break;
            case SignalEffect.Sum sum:
                Contribute(sum.A, 1, gradient);
                Contribute(sum.B, 1, gradient);
                break;
            case SignalEffect.Normalization normalization:
                Contribute(normalization.X, _forward.Of(result).Slope / _forward.Of(normalization.X).Moments?.SlopeSecondMoment, gradient);
                break;
            case SignalEffect.Dropping mask:
                Contribute(mask.X, ValueTransfer.Slope(mask), gradient);
                break;
            case SignalEffect.Noise noise:
                Contribute(noise.X, 1, gradient);
                break;
            case SignalEffect.Affine affine:
                Contribute(affine.X, affine.Scale * affine.Scale, gradient);
                break;
            default:
                throw new InvalidOperationException($"The analysis of the signal does not know what the effect {effect.GetType().Name} does to a gradient.");
        }
    }

    /// <summary>Adds to the gradient of a value's origin, through every activation between.</summary>
    private void Contribute(Value value, double? factor, double? gradient)
    {
        var signal = _forward.Of(value);
        var contribution = factor * signal.Moments?.SlopeSecondMoment * gradient;
        if (contribution is { } known)
        {
            contribution = double.IsNaN(known) ? null : Math.Min(known, SignalMath.LargestVariance);
        }

        _gradients[signal.Origin] = _gradients.TryGetValue(signal.Origin, out var before) ? before + contribution : contribution;
    }
}

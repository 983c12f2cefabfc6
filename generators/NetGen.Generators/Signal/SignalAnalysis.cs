using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Functions;
using NetGen.Generators.Signal.Initializers;
using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Signal;

/// <summary>
/// Mean-field theory of a network at initialization, from its declaration alone (Poole et al. 2016, Schoenholz et al. 2017). One implementation for the
/// analyzer, the emitted documentation and the constants that measurements are compared with.
/// </summary>
internal static class SignalAnalysis
{
    /// <summary>Predicts the signal and its gradient. Takes well under a millisecond for ten layers.</summary>
    /// <param name="network">As declared.</param>
    /// <param name="training">The optimizer, where one is declared.</param>
    public static SignalReport Analyze(NetworkSpec network, TrainingSpec? training = null) => Analyze(network, ForwardPass.Run(network), training);

    /// <summary>The same, from a forward pass that was run already.</summary>
    public static SignalReport Analyze(NetworkSpec network, ForwardPass forward, TrainingSpec? training)
    {
        var loss = LossSignal.Of(network, forward.Layers[forward.Layers.Count - 1]);
        var gradients = BackwardPass.Run(network, forward, loss);
        var weightGradients = new double?[gradients.Length];
        for (var index = 0; index < gradients.Length; index++)
        {
            var incoming = forward.Layers[forward.Parameters[index].LayerIndex].Incoming;
            weightGradients[index] = gradients[index] is { } gradient && incoming is not null
                ? Math.Sqrt(gradient) * Math.Sqrt(incoming.SecondMoment)
                : null;
        }

        var layers = new LayerSignal[network.Layers.Count];
        var next = 0;
        for (var index = 0; index < layers.Length; index++)
        {
            var hasWeights = next < gradients.Length && forward.Parameters[next].LayerIndex == index;
            var last = weightGradients.Length == 0 ? null : weightGradients[weightGradients.Length - 1];
            layers[index] = hasWeights
                ? WithWeights(network, forward, index, next, gradients[next], weightGradients[next], last, loss, training)
                : Plain(network.Layers[index], forward.Layers[index]);
            next += hasWeights ? 1 : 0;
        }

        return Summarize(network, forward, loss, layers);
    }

    private static LayerSignal Plain(LayerSpec layer, ForwardLayer forward)
    {
        var mean = forward.ReceivesSource ? forward.Source?.Mean : forward.Incoming?.Mean;
        var second = forward.ReceivesSource ? forward.Source?.SecondMoment : forward.Incoming?.SecondMoment;
        var deviation = forward.ReceivesSource ? forward.Source?.StandardDeviation : Root(forward.Incoming?.Variance);
        var known = forward.Source is not null && forward.Function is not null;
        return new(
            forward.Index,
            layer.Name,
            mean,
            deviation,
            second,
            known ? forward.Function!.SaturatedShare(forward.Source!) : null,
            known && forward.ReceivesSource && layer.Activation.Kind == ActivationKind.Relu
                ? forward.Source!.Probability(double.NegativeInfinity, 0)
                : null,
            forward.Outgoing?.Mean,
            forward.Outgoing?.SecondMoment,
            Finite(forward.Outgoing?.Kappa),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            forward.Overflows,
            forward.Unknown);
    }

    private static LayerSignal WithWeights(
        NetworkSpec network,
        ForwardPass forward,
        int layerIndex,
        int parameterIndex,
        double? gradient,
        double? weightGradient,
        double? lastWeightGradient,
        LossSignal loss,
        TrainingSpec? training)
    {
        var dense = (DenseSpec)network.Layers[layerIndex];
        var weights = forward.Parameters[parameterIndex].Weights;
        var square = weights.Variance + (weights.Mean * weights.Mean);
        var scale = Finite(dense.FanIn * square);
        var rms = Root(square);
        var slope = parameterIndex == 0 ? null : forward.Layers[layerIndex].Incoming?.SlopeSecondMoment;
        // An optimizer that divides by the gradient's size moves every weight alike, whatever that size is.
        var size = training is { FollowsGradientSize: true } ? loss.IsRelative ? null : weightGradient : 1;
        return Plain(dense, forward.Layers[layerIndex]) with
        {
            ForwardScale = scale,
            Chi = Finite(scale * slope),
            GradientSecondMoment = gradient,
            WeightRms = Finite(rms),
            WeightGradientRms = weightGradient,
            GradientRatio = lastWeightGradient is > 0 ? Finite(weightGradient / lastWeightGradient) : null,
            UpdateRatio = rms > 0 && size is not null ? Finite(training?.FirstUpdateRms(size.Value) / rms) : null,
        };
    }

    private static SignalReport Summarize(NetworkSpec network, ForwardPass forward, LossSignal loss, LayerSignal[] layers)
    {
        var depth = forward.Parameters.Count;
        var ratio = depth > 1 ? layers[forward.Parameters[0].LayerIndex].GradientRatio : null;
        double? contrast = depth > 1 ? 0 : null;
        double? growth = 0;
        for (var index = 0; index < depth; index++)
        {
            var layer = forward.Parameters[index].LayerIndex;
            if (index > 0)
            {
                contrast += layers[layer].LogContrast(layers[forward.Parameters[index - 1].LayerIndex]);
                growth += layers[layer - 1].Kappa / network.Layers[layer].Input.Size;
            }
        }

        var input = forward.Input.Distribution;
        return new(
            new([.. layers]),
            Finite(input.Mean),
            Finite(input.SecondMoment),
            forward.Input.IsAssumed,
            depth,
            loss.InitialLoss,
            loss.IsRelative,
            ratio,
            ratio is > 0 ? Math.Pow(ratio.Value, 1.0 / (depth - 1)) : null,
            contrast / (depth - 1),
            growth);
    }

    private static double? Root(double? square) => square is { } value ? Math.Sqrt(value) : null;

    private static double? Finite(double? value) => value is { } number && SignalMath.IsFinite(number) ? number : null;
}

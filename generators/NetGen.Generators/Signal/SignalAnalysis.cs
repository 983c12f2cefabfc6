using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
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
        var loss = LossSignal.Of(network, forward.Output);
        var gradients = BackwardPass.Run(forward, loss);
        var weightGradients = new double?[gradients.Length];
        for (var entry = 0; entry < gradients.Length; entry++)
        {
            var weighted = forward.Weighted[entry];
            weightGradients[entry] = gradients[entry] is { } gradient && weighted.Incoming.Moments is { } incoming
                ? Math.Sqrt(gradient) * Math.Sqrt(incoming.SecondMoment) * Math.Sqrt(weighted.Positions)
                : null;
        }

        var layers = forward.Layers.Select(layer => Plain(forward.Steps[layer.Index], layer)).ToArray();
        var last = weightGradients.Length == 0 ? null : weightGradients[weightGradients.Length - 1];
        for (var entry = 0; entry < gradients.Length; entry++)
        {
            var index = forward.Weighted[entry].LayerIndex;
            layers[index] = WithWeights(layers[index], forward.Weighted[entry], gradients[entry], weightGradients[entry], last, loss, training);
        }

        return Summarize(forward, loss, layers);
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
        LayerSignal plain,
        WeightedSignal weighted,
        double? gradient,
        double? weightGradient,
        double? lastWeightGradient,
        LossSignal loss,
        TrainingSpec? training)
    {
        var scale = Finite(weighted.FanIn * weighted.Square);
        var rms = Root(weighted.Square);
        var slope = weighted.Incoming.Reference < 0 ? null : weighted.Incoming.TotalStretch;
        // An optimizer that divides by the gradient's size moves every weight alike, whatever that size is.
        var size = training is { FollowsGradientSize: true } ? loss.IsRelative ? null : weightGradient : 1;
        return plain with
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

    private static SignalReport Summarize(ForwardPass forward, LossSignal loss, LayerSignal[] layers)
    {
        var depth = forward.Weighted.Count;
        var ratio = depth > 1 ? layers[forward.Weighted[0].LayerIndex].GradientRatio : null;
        var path = Path(forward);
        double? contrast = path.Count > 1 ? 0 : null;
        for (var index = 1; index < path.Count; index++)
        {
            contrast += layers[path[index].LayerIndex].LogContrast(layers[path[index - 1].LayerIndex]);
        }

        var growths = forward.Weighted.Select(static weighted => weighted.Outgoing.SizeVariance).ToList();
        var input = forward.Input.Distribution;
        return new(
            new([.. layers]),
            Finite(input.Mean),
            Finite(input.SecondMoment),
            forward.Input.IsAssumed,
            depth,
            path.Count,
            loss.InitialLoss,
            loss.IsRelative,
            ratio,
            ratio is > 0 ? Math.Pow(ratio.Value, 1.0 / (depth - 1)) : null,
            contrast / (path.Count - 1),
            growths.Contains(null) ? null : growths.DefaultIfEmpty(0).Max(),
            depth > 0 ? Finite(forward.Weighted[depth - 1].Outgoing.Spread) : null);
    }

    /// <summary>From the first sum over weights to the last one, along the way on which differences between samples are followed.</summary>
    private static List<WeightedSignal> Path(ForwardPass forward)
    {
        var path = new List<WeightedSignal>();
        for (var entry = forward.Weighted.Count - 1; entry >= 0; entry = forward.Weighted[entry].Incoming.Reference)
        {
            path.Add(forward.Weighted[entry]);
        }

        path.Reverse();
        return path;
    }

    private static double? Root(double? square) => square is { } value ? Math.Sqrt(value) : null;

    private static double? Finite(double? value) => value is { } number && SignalMath.IsFinite(number) ? number : null;
}

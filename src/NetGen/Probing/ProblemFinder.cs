using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.Probing;

/// <summary>Names the layer where the signal goes wrong first: on its way forward, or, where that is well, on the gradient's way back.</summary>
internal static class ProblemFinder
{
    // The compiler's rules draw the same lines: NETGEN101, 110, 102 and 103.
    private const double SaturatedShare = 0.5;
    private const double SaturatedShareCentred = 0.8;
    private const double DeadUnitsShare = 0.5;
    private const double DeadShare = 0.9;
    private const double VanishingRatio = 1e-3;
    private const double ExplodingRatio = 70;

    /// <summary>The problem; null where the signal lives.</summary>
    public static SignalProblem? Find(ImmutableArray<LayerMeasurement> layers)
    {
        for (var index = 0; index < layers.Length; index++)
        {
            if (Forward(layers[index], isLast: index == layers.Length - 1) is { } description)
            {
                return new SignalProblem(layers[index].Name, description);
            }
        }

        for (var index = layers.Length - 1; index >= 0; index--)
        {
            if (Backward(layers[index]) is { } description)
            {
                return new SignalProblem(layers[index].Name, description);
            }
        }

        return null;
    }

    private static string? Forward(LayerMeasurement layer, bool isLast) => layer switch
    {
        _ when !double.IsFinite(layer.PreActivationStandardDeviation) || !double.IsFinite(layer.ActivationStandardDeviation) =>
            "its values are not all finite.",
        // The output of a network that has learned is meant to be near 0 or 1.
        { SaturatedShare: { } share } when !isLast && share > (IsCentred(layer) ? SaturatedShareCentred : SaturatedShare) =>
            Invariant($"{MeasurementTable.Percent(share)} of its units are saturated, std(h) = {MeasurementTable.Number(layer.PreActivationStandardDeviation)}."),
        { DeadUnits: { } dead } when dead > DeadUnitsShare * layer.Units =>
            Invariant($"{dead} of its {layer.Units} units are dead: no sample moves them."),
        { DeadShare: > DeadShare and var share } =>
            Invariant($"its units are off for {MeasurementTable.Percent(share)} of the samples."),
        _ => null,
    };

    /// <summary>Whether what the units give has next to no mean, so that saturated ones still tell samples apart.</summary>
    private static bool IsCentred(LayerMeasurement layer)
    {
        var square = layer.ActivationMean * layer.ActivationMean;
        return square < 0.1 * (square + (layer.ActivationStandardDeviation * layer.ActivationStandardDeviation));
    }

    private static string? Backward(LayerMeasurement layer) => layer switch
    {
        { WeightGradientRms: { } rms } when !double.IsFinite(rms) => "its gradient is not finite.",
        { GradientRatio: < VanishingRatio and var ratio } => $"the gradient vanishes: it is {MeasurementTable.Number(ratio)} times the last layer's.",
        { GradientRatio: > ExplodingRatio and var ratio } => $"the gradient explodes: it is {MeasurementTable.Number(ratio)} times the last layer's.",
        _ => null,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

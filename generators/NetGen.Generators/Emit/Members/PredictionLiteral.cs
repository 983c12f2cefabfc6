using NetGen.Generators.Signal.Report;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes what is predicted of a layer as a <c>SignalPrediction</c>.</summary>
internal static class PredictionLiteral
{
    // The theory is right to one or two digits; more than four would only differ from machine to machine.
    private const int Digits = 4;

    // A mean below this share of the deviation is what is left of sums that cancel.
    private const double Rounding = 1e-12;

    /// <summary>The expression; <c>null</c> where nothing is known.</summary>
    public static string Of(LayerSignal signal, bool gradientsAreRelative)
    {
        var deviation = signal is { OutputSecondMoment: { } square, OutputMean: { } mean } ? Math.Sqrt(Math.Max(square - (mean * mean), 0)) : (double?)null;
        var known = new List<string>();
        foreach (var (name, value) in ((string, double?)[])[
            ("PreActivationMean", Mean(signal.Mean, signal.StandardDeviation)),
            ("PreActivationStandardDeviation", signal.StandardDeviation),
            ("ActivationMean", Mean(signal.OutputMean, deviation)),
            ("ActivationStandardDeviation", deviation),
            ("SaturatedShare", signal.SaturatedShare),
            ("DeadShare", signal.DeadShare),
            ("WeightGradientRms", gradientsAreRelative ? null : signal.WeightGradientRms),
            ("GradientRatio", signal.GradientRatio)])
        {
            if (value is { } number && !double.IsNaN(number) && !double.IsInfinity(number))
            {
                known.Add($"{name} = {Literal.Readable(number, Digits)}");
            }
        }

        return known.Count == 0 ? "null" : $"new() {{ {string.Join(", ", known)} }}";
    }

    private static double? Mean(double? mean, double? deviation) => mean is { } value && Math.Abs(value) < Rounding * deviation ? 0 : mean;
}

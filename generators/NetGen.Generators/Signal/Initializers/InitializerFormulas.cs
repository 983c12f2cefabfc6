using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Initializers;

/// <summary>INITIALIZATION's table: each initializer's constant before its gain, and the words for it.</summary>
internal static class InitializerFormulas
{
    private const double CentredLogisticFactor = 4;

    /// <summary>The initializer of a tensor with the given fans, multiplied by a gain that is known already.</summary>
    /// <param name="initializer">As declared.</param>
    /// <param name="fanIn">Inputs of a unit.</param>
    /// <param name="fanOut">Units an input feeds.</param>
    /// <param name="gain">What the standard deviation is multiplied by.</param>
    /// <param name="isExact">Whether the gain was computed, which the text then says.</param>
    public static ResolvedInitializer Resolve(InitializerSpec initializer, long fanIn, long fanOut, double gain, bool isExact)
    {
        double sum = (double)fanIn + fanOut;
        var (sumText, inText) = (Number(fanIn) + " + " + Number(fanOut), Number(fanIn));
        switch (initializer.Kind)
        {
            case InitializerKind.GlorotNormal:
                return Normal("Glorot normal", Math.Sqrt(2 / sum), "sqrt(2 / (fan_in + fan_out))", "sqrt(2 / (" + sumText + "))");
            case InitializerKind.GlorotUniform:
                return Uniform("Glorot uniform", Math.Sqrt(6 / sum), "sqrt(6 / (fan_in + fan_out))", "sqrt(6 / (" + sumText + "))");
            case InitializerKind.HeNormal:
                return Normal("He normal", Math.Sqrt(2.0 / fanIn), "sqrt(2 / fan_in)", "sqrt(2 / " + inText + ")");
            case InitializerKind.HeUniform:
                return Uniform("He uniform", Math.Sqrt(6.0 / fanIn), "sqrt(6 / fan_in)", "sqrt(6 / " + inText + ")");
            case InitializerKind.LeCunNormal:
                return Normal("LeCun normal", Math.Sqrt(1.0 / fanIn), "sqrt(1 / fan_in)", "sqrt(1 / " + inText + ")");
            case InitializerKind.LeCunUniform:
                return Uniform("LeCun uniform", Math.Sqrt(3.0 / fanIn), "sqrt(3 / fan_in)", "sqrt(3 / " + inText + ")");
            case InitializerKind.TorchDefault:
                return Uniform("PyTorch's default, uniform", 1 / Math.Sqrt(fanIn), "1 / sqrt(fan_in)", "1 / sqrt(" + inText + ")");
            case InitializerKind.CentredLogistic:
                return Normal(
                    "centred logistic, four times Glorot normal",
                    CentredLogisticFactor * Math.Sqrt(2 / sum),
                    "4 sqrt(2 / (fan_in + fan_out))",
                    "4 sqrt(2 / (" + sumText + "))");
            case InitializerKind.Normal:
                return Normal("normal", initializer.StandardDeviation, "standard deviation", Number(initializer.StandardDeviation));
            case InitializerKind.Uniform:
                return Uniform("uniform", initializer.Limit, "limit", Number(initializer.Limit));
            case InitializerKind.TruncatedNormal:
                return Truncated("truncated normal", initializer.StandardDeviation, "standard deviation", Number(initializer.StandardDeviation));
            case InitializerKind.VarianceScaling:
                return VarianceScaling(initializer, fanIn, fanOut, gain, isExact);
            case InitializerKind.Orthogonal:
                return Orthogonal();
            case InitializerKind.Constant:
                return Fixed("constant", initializer.Value);
            case InitializerKind.Zeros:
                return Fixed("zeros", 0);
            case InitializerKind.Ones:
                return Fixed("ones", 1);
            default:
                return new(initializer.Kind, TensorDistribution.Custom, 0, 1, null, null, initializer.Name + ".Fill");
        }

        ResolvedInitializer Normal(string name, double deviation, string symbols, string numbers) =>
            Scaled(TensorDistribution.Normal, name, deviation, deviation * deviation, symbols, numbers);

        ResolvedInitializer Uniform(string name, double limit, string symbols, string numbers) =>
            Scaled(TensorDistribution.Uniform, name, limit, limit * limit / 3, symbols, numbers);

        ResolvedInitializer Truncated(string name, double deviation, string symbols, string numbers) =>
            Scaled(
                TensorDistribution.TruncatedNormal,
                name,
                deviation,
                ResolvedInitializer.TruncatedVariance * deviation * deviation,
                symbols,
                numbers);

        ResolvedInitializer Orthogonal()
        {
            var longer = Number(Math.Max(fanIn, fanOut));
            var (symbol, number) = gain == 1 && !isExact ? ("1", "1") : (isExact ? "exact gain^2" : "gain^2", Number(gain) + "^2");
            return new(
                initializer.Kind,
                TensorDistribution.Orthogonal,
                gain,
                gain,
                0,
                gain * gain / Math.Max(fanIn, fanOut),
                "orthogonal, mean square of a weight: " + symbol + " / max(fan_in, fan_out) = " + number + " / " + longer);
        }

        ResolvedInitializer Fixed(string name, double value) =>
            new(initializer.Kind, TensorDistribution.Constant, value, 1, value, 0, name + ": " + Number(value));

        ResolvedInitializer Scaled(
            TensorDistribution distribution,
            string name,
            double constant,
            double variance,
            string symbols,
            string numbers) =>
            new(
                initializer.Kind,
                distribution,
                gain * constant,
                gain,
                0,
                gain * gain * variance,
                WithGain(name, symbols, numbers, gain, isExact));
    }

    /// <summary>Biases that subtract the middle of the logistic units a layer receives: b_j = -1/2 sum_i W_ij.</summary>
    /// <param name="weights">The same layer's weights.</param>
    /// <param name="fanIn">Inputs of a unit.</param>
    public static ResolvedInitializer CentredBias(ResolvedInitializer weights, long fanIn) => new(
        InitializerKind.CentredLogistic,
        TensorDistribution.WeightSum,
        -0.5,
        1,
        -0.5 * fanIn * weights.Mean,
        0.25 * fanIn * weights.Variance,
        "centred logistic: -1/2 times the sum of the unit's weights");

    /// <summary>Keras' VarianceScaling: the variance is scale / max(1, n), corrected for the cut where there is one.</summary>
    private static ResolvedInitializer VarianceScaling(InitializerSpec initializer, long fanIn, long fanOut, double gain, bool isExact)
    {
        var (fan, fanName) = initializer.Mode switch
        {
            FanModeKind.FanIn => (fanIn, "fan_in"),
            FanModeKind.FanOut => ((double)fanOut, "fan_out"),
            _ => (0.5 * ((double)fanIn + fanOut), "fan_avg"),
        };
        fan = Math.Max(1, fan);
        var variance = initializer.Scale / fan;
        var fraction = Number(initializer.Scale) + " / " + Number(fan);
        var (distribution, word, constant, symbols, numbers) = initializer.Distribution switch
        {
            DistributionKind.Uniform =>
                (TensorDistribution.Uniform, "uniform", Math.Sqrt(3 * variance), "sqrt(3 scale / " + fanName + ")", "sqrt(3 * " + fraction + ")"),
            DistributionKind.Normal =>
                (TensorDistribution.Normal, "normal", Math.Sqrt(variance), "sqrt(scale / " + fanName + ")", "sqrt(" + fraction + ")"),
            _ => (
                TensorDistribution.TruncatedNormal,
                "truncated normal",
                Math.Sqrt(variance) / ResolvedInitializer.TruncatedDeviation,
                "sqrt(scale / " + fanName + ") / 0.8796257",
                "sqrt(" + fraction + ") / 0.8796257"),
        };
        return new(
            initializer.Kind,
            distribution,
            gain * constant,
            gain,
            0,
            gain * gain * variance,
            WithGain("variance scaling, " + word, symbols, numbers, gain, isExact));
    }

    private static string WithGain(string name, string symbols, string numbers, double gain, bool isExact)
    {
        if (gain == 1 && !isExact)
        {
            return name + ": " + symbols + " = " + numbers;
        }

        return name + ": " + (isExact ? "exact gain" : "gain") + " * " + symbols + " = " + Number(gain) + " * " + numbers;
    }
}

using NetGen.Generators.Model;
using static NetGen.Generators.Signal.Functions.ElementaryFunctions;

namespace NetGen.Generators.Signal.Functions;

/// <summary>The element-wise activations of <c>NetGen.Activation</c>: one line each.</summary>
/// <param name="kind">Any but Custom and Softmax, which are not functions of one pre-activation known here.</param>
/// <param name="alpha">The parameter of leaky ReLU and ELU.</param>
internal sealed class BuiltInActivation(ActivationKind kind, double alpha) : ActivationFunction
{
    private const double SeluScale = 1.0507009873554804934;
    private const double SeluAlpha = 1.6732632423543772848;
    private const double SqrtTwoOverPi = 0.79788456080286535588;
    private const double GeluCubic = 0.044715;

    private static readonly double[] _clampEdges = [-3, 3];

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => kind is ActivationKind.HardSigmoid or ActivationKind.HardSwish ? _clampEdges : [];

    /// <inheritdoc/>
    public override bool SwitchesOff => kind == ActivationKind.Relu;

    /// <inheritdoc/>
    public override void Evaluate(double h, out double value, out double derivative)
    {
        (value, derivative) = kind switch
        {
            ActivationKind.Identity => (h, 1),
            ActivationKind.Sigmoid => (Logistic(h), LogisticSlope(h)),
            ActivationKind.Tanh => (Math.Tanh(h), TanhSlope(h)),
            ActivationKind.Relu => h > 0 ? (h, 1.0) : (0, 0),
            ActivationKind.LeakyRelu => h > 0 ? (h, 1) : (alpha * h, alpha),
            ActivationKind.Elu => h > 0 ? (h, 1) : (alpha * ExpMinusOne(h), alpha * Math.Exp(h)),
            ActivationKind.Selu => h > 0
                ? (SeluScale * h, SeluScale)
                : (SeluScale * SeluAlpha * ExpMinusOne(h), SeluScale * SeluAlpha * Math.Exp(h)),
            ActivationKind.Gelu => Gelu(h),
            ActivationKind.GeluTanh => GeluTanh(h),
            ActivationKind.Silu => (h * Logistic(h), Logistic(h) + (h * LogisticSlope(h))),
            ActivationKind.Softplus => (Softplus(h), Logistic(h)),
            ActivationKind.Softsign => (h / (1 + Math.Abs(h)), 1 / ((1 + Math.Abs(h)) * (1 + Math.Abs(h)))),
            ActivationKind.Mish => Mish(h),
            ActivationKind.HardSigmoid => h <= -3 ? (0, 0) : h >= 3 ? (1, 0) : ((h / 6) + 0.5, 1.0 / 6),
            ActivationKind.HardSwish => h <= -3 ? (0, 0) : h >= 3 ? (h, 1) : (h * ((h / 6) + 0.5), (h / 3) + 0.5),
            _ => throw new InvalidOperationException("Custom activations and softmax have no formula here; ActivationFunctions.Find leaves them out."),
        };
    }

    /// <inheritdoc/>
    public override double? SaturatedShare(SignalDistribution distribution)
    {
        // |phi'| is largest at 0 and falls on both sides alike; the thresholds solve phi'(h) = phi'(0) / 10.
        double? threshold = kind switch
        {
            ActivationKind.Sigmoid => 2 * TanhThreshold,
            ActivationKind.Tanh => TanhThreshold,
            ActivationKind.Softsign => Math.Sqrt(1 / FlatShare) - 1,
            ActivationKind.HardSigmoid => 3,
            _ => null,
        };
        return threshold is { } edge
            ? distribution.Probability(double.NegativeInfinity, -edge) + distribution.Probability(edge, double.PositiveInfinity)
            : null;
    }

    /// <inheritdoc/>
    public override ActivationMoments? ClosedForm(double variance) => kind switch
    {
        ActivationKind.Identity => TwoSlopes(variance, 1),
        ActivationKind.Relu => TwoSlopes(variance, 0),
        ActivationKind.LeakyRelu => TwoSlopes(variance, alpha),
        _ => null,
    };

    /// <summary>artanh sqrt(1 - 0.1) = 1.8184...</summary>
    private static double TanhThreshold { get; } = 0.5 * Math.Log((1 + Math.Sqrt(1 - FlatShare)) / (1 - Math.Sqrt(1 - FlatShare)));

    /// <summary>phi(h) = h above 0 and slope times h below: half-normal moments.</summary>
    private static ActivationMoments TwoSlopes(double variance, double slope)
    {
        var mean = (1 - slope) * Math.Sqrt(variance) * SqrtTwoOverPi / 2;
        var square = slope * slope;
        var second = 0.5 * (1 + square) * variance;
        return new(mean, second, second - mean + 0.25, 1.5 * (1 + (square * square)) * variance * variance, 0.5 * (1 + square))
        {
            SlopeFourthMoment = 0.5 * (1 + (square * square)),
        };
    }

    private static (double Value, double Derivative) Gelu(double h)
    {
        var cdf = Gaussian.Cdf(h);
        return (h * cdf, cdf + (h * Gaussian.Density(h)));
    }

    private static (double Value, double Derivative) GeluTanh(double h)
    {
        // (1 + tanh u) / 2 is the logistic function of 2 u, which does not cancel for large negative u.
        var twiceInner = 2 * SqrtTwoOverPi * h * (1 + (GeluCubic * h * h));
        var gate = Logistic(twiceInner);
        var gateSlope = LogisticSlope(twiceInner) * 2 * SqrtTwoOverPi * (1 + (3 * GeluCubic * h * h));
        return (h * gate, gate + (h * gateSlope));
    }

    private static (double Value, double Derivative) Mish(double h)
    {
        // tanh(ln(1 + e^h)) as a quotient of exponentials, on the side where they are at most 1.
        var small = Math.Exp(-Math.Abs(h));
        double tanh, rest;
        if (h > 0)
        {
            var denominator = 1 + (2 * small) + (2 * small * small);
            tanh = (1 + (2 * small)) / denominator;
            rest = 2 * small * small / denominator;
        }
        else
        {
            var numerator = small * (small + 2);
            tanh = numerator / (numerator + 2);
            rest = 2 / (numerator + 2);
        }

        return (h * tanh, tanh + (h * rest * (1 + tanh) * Logistic(h)));
    }
}

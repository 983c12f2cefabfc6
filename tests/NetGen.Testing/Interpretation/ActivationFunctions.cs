using NetGen.Generators.Model;
using static NetGen.Testing.Interpretation.SpecialFunctions;

namespace NetGen.Testing.Interpretation;

/// <summary>
/// The textbook formulas of the activations that work element by element. NaN gives NaN; infinities give the limit, also where the plain formula
/// would multiply infinity by zero.
/// </summary>
internal static class ActivationFunctions
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double GeluTanhCubic = 0.044715;

    private static readonly double s_sqrtTwoOverPi = Math.Sqrt(2 / Math.PI);
    private static readonly double s_sqrtHalf = Math.Sqrt(0.5);

    /// <summary>The function that a specification names.</summary>
    public static ElementwiseFunction Of(ActivationSpec activation, CustomFunctions custom) => activation.Kind switch
    {
        ActivationKind.Custom => custom.Activations[activation.CustomType],
        ActivationKind.Identity => new(z => z, _ => 1),
        ActivationKind.Sigmoid => new(Logistic, z => Logistic(z) * Logistic(-z)),
        ActivationKind.Tanh => new(Math.Tanh, z => 1 / (Math.Cosh(z) * Math.Cosh(z))),
        ActivationKind.Relu => new(z => z <= 0 ? 0 : z, z => Step(z, 0, 1), 0),
        ActivationKind.LeakyRelu => new(z => z > 0 ? z : activation.Alpha * z, z => Step(z, activation.Alpha, 1), 0),
        ActivationKind.Elu => Elu(1, activation.Alpha),
        ActivationKind.Selu => Elu(SeluScale, SeluAlpha),
        ActivationKind.Gelu => WithLimits(z => z * Erfc(-z * s_sqrtHalf) / 2, z => (Erfc(-z * s_sqrtHalf) / 2) + (z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI))),
        ActivationKind.GeluTanh => WithLimits(z => z * Logistic(2 * GeluTanhArgument(z)), GeluTanhDerivative),
        ActivationKind.Silu => WithLimits(z => z * Logistic(z), z => Logistic(z) * (1 + (z * Logistic(-z)))),
        ActivationKind.Softplus => new(Softplus, Logistic),
        ActivationKind.Softsign => new(z => double.IsInfinity(z) ? Math.Sign(z) : z / (1 + Math.Abs(z)), z => 1 / ((1 + Math.Abs(z)) * (1 + Math.Abs(z)))),
        ActivationKind.Mish => WithLimits(z => z * Math.Tanh(Softplus(z)), MishDerivative),
        ActivationKind.HardSigmoid => new(z => Math.Min(Math.Max((z / 6) + 0.5, 0), 1), z => double.IsNaN(z) ? z : z > -3 && z < 3 ? 1.0 / 6 : 0, -3, 3),
        ActivationKind.HardSwish => WithLimits(z => z * Math.Min(Math.Max((z / 6) + 0.5, 0), 1), z => z < -3 ? 0 : z > 3 ? 1 : (z / 3) + 0.5, -3, 3),
        _ => throw new NotSupportedException($"The activation {activation.Kind} does not work element by element; the interpreter reads it as a layer's."),
    };

    // Math.Sign throws at NaN and a comparison is false there: a derivative at NaN must be NaN.
    private static double Step(double z, double below, double above) => double.IsNaN(z) ? z : z > 0 ? above : below;

    private static ElementwiseFunction Elu(double scale, double alpha) => new(
        z => z > 0 ? scale * z : scale * alpha * ExpM1(z),
        z => z > 0 ? scale : scale * alpha * Math.Exp(z),
        0);

    // Functions that approach 0 on the left and z on the right.
    private static ElementwiseFunction WithLimits(Func<double, double> apply, Func<double, double> derivative, params double[] kinks) => new(
        z => double.IsInfinity(z) ? Math.Max(z, 0) : apply(z),
        z => double.IsInfinity(z) ? (z > 0 ? 1 : 0) : derivative(z),
        kinks);

    private static double GeluTanhArgument(double z) => s_sqrtTwoOverPi * (z + (GeluTanhCubic * z * z * z));

    private static double GeluTanhDerivative(double z)
    {
        // (1 + tanh u) / 2 = logistic(2 u)
        var gate = Logistic(2 * GeluTanhArgument(z));
        var slope = gate * Logistic(-2 * GeluTanhArgument(z));
        return slope == 0 ? gate : gate + (z * 2 * slope * s_sqrtTwoOverPi * (1 + (3 * GeluTanhCubic * z * z)));
    }

    private static double MishDerivative(double z)
    {
        var gate = Math.Tanh(Softplus(z));
        return gate + (z * (1 - gate) * (1 + gate) * Logistic(z));
    }
}

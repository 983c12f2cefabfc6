using NetGen.Testing.Interpretation;

namespace NetGen.Tests.Activations;

/// <summary>The activations and their derivatives in double precision, from their textbook formulas; limits at infinity, NaN at NaN.</summary>
/// <param name="Apply">phi.</param>
/// <param name="Derivative">phi', by the pre-activation.</param>
/// <param name="Kinks">Where phi' jumps.</param>
internal sealed record ActivationReference(Func<double, double> Apply, Func<double, double> Derivative, params double[] Kinks)
{
    private const double Lambda = 1.0507009873554804934193349852946;
    private const double LambdaAlpha = Lambda * 1.6732632423543772848170429916717;

    public static ActivationReference Sigmoid { get; } = new(Logistic, z => Logistic(z) * Logistic(-z));

    public static ActivationReference Tanh { get; } = new(Math.Tanh, z => 1 / (Math.Cosh(z) * Math.Cosh(z)));

    public static ActivationReference Relu { get; } = new(z => double.IsNaN(z) || z > 0 ? z : 0, z => double.IsNaN(z) ? z : z > 0 ? 1 : 0, 0);

    public static ActivationReference LeakyRelu(double alpha) => new(z => z > 0 ? z : alpha * z, z => double.IsNaN(z) ? z : z > 0 ? 1 : alpha, 0);

    public static ActivationReference Elu(double alpha) => new(
        z => z > 0 ? z : alpha * SpecialFunctions.ExpM1(z), z => z > 0 ? 1 : alpha * Math.Exp(z), 0);

    public static ActivationReference Selu { get; } = new(
        z => z > 0 ? Lambda * z : LambdaAlpha * SpecialFunctions.ExpM1(z), z => z > 0 ? Lambda : LambdaAlpha * Math.Exp(z), 0);

    public static ActivationReference Gelu { get; } = Gated(
        z => SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / 2, z => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));

    public static ActivationReference GeluTanh { get; } = Gated(
        z => Logistic(GeluArgument(z)), z => Logistic(GeluArgument(z)) * Logistic(-GeluArgument(z)) * 2 * Math.Sqrt(2 / Math.PI) * (1 + (3 * 0.044715 * z * z)));

    public static ActivationReference Silu { get; } = Gated(Logistic, z => Logistic(z) * Logistic(-z));

    public static ActivationReference Softplus { get; } = new(SpecialFunctions.Softplus, Logistic);

    public static ActivationReference Softsign { get; } = new(
        z => double.IsInfinity(z) ? Math.Sign(z) : z / (1 + Math.Abs(z)), z => 1 / Math.Pow(1 + Math.Abs(z), 2));

    // tanh(ln(1 + e)) = (e^2 + 2 e) / (e^2 + 2 e + 2), whose derivative by z is 4 e (1 + e) / (e^2 + 2 e + 2)^2.
    public static ActivationReference Mish { get; } = Gated(
        z => z > 300 ? 1 : MishSquare(z) / (MishSquare(z) + 2), z => z > 300 ? 0 : 4 * Math.Exp(z) * (1 + Math.Exp(z)) / Math.Pow(MishSquare(z) + 2, 2));

    public static ActivationReference HardSigmoid { get; } = new(
        z => Math.Min(Math.Max((z / 6) + 0.5, 0), 1), z => double.IsNaN(z) ? z : z > -3 && z < 3 ? 1.0 / 6 : 0, -3, 3);

    public static ActivationReference HardSwish { get; } = new(
        z => z <= -3 ? 0 : z >= 3 ? z : z * (z + 3) / 6, z => z < -3 ? 0 : z > 3 ? 1 : (z / 3) + 0.5, -3, 3);

    // phi = z g(z), phi' = g + z g'; 0 and z are its limits.
    private static ActivationReference Gated(Func<double, double> gate, Func<double, double> slope) => new(
        z => double.IsInfinity(z) ? Math.Max(z, 0) : z * gate(z),
        z => double.IsInfinity(z) || Math.Abs(z) > 1e10 ? (z > 0 ? 1 : 0) : gate(z) + (z * slope(z)));

    private static double Logistic(double z) => z < 0 ? Math.Exp(z) / (1 + Math.Exp(z)) : 1 / (1 + Math.Exp(-z));

    private static double GeluArgument(double z) => 2 * Math.Sqrt(2 / Math.PI) * (z + (0.044715 * z * z * z));

    private static double MishSquare(double z) => Math.Exp(z) * (Math.Exp(z) + 2);
}

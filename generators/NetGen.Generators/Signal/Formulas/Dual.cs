using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal.Formulas;

/// <summary>A number and its derivative by z: arithmetic on these differentiates a formula while it computes it.</summary>
/// <param name="Value">f(z).</param>
/// <param name="Slope">f'(z).</param>
internal readonly record struct Dual(double Value, double Slope)
{
    public static Dual operator +(Dual left, Dual right) => new(left.Value + right.Value, left.Slope + right.Slope);

    public static Dual operator -(Dual left, Dual right) => new(left.Value - right.Value, left.Slope - right.Slope);

    public static Dual operator -(Dual operand) => new(-operand.Value, -operand.Slope);

    public static Dual operator *(Dual left, Dual right) =>
        new(left.Value * right.Value, Chain(left.Slope, right.Value) + Chain(left.Value, right.Slope));

    public static Dual operator /(Dual left, Dual right)
    {
        var quotient = left.Value / right.Value;
        return new(quotient, (left.Slope - Chain(quotient, right.Slope)) / right.Value);
    }

    /// <summary>left^right; a constant exponent also takes a negative base.</summary>
    public static Dual Power(Dual left, Dual right)
    {
        var value = Math.Pow(left.Value, right.Value);
        var slope = left.Slope == 0 ? 0 : Chain(left.Slope, right.Value * Math.Pow(left.Value, right.Value - 1));
        return new(value, right.Slope == 0 ? slope : slope + Chain(Chain(value, Math.Log(left.Value)), right.Slope));
    }

    public static Dual Abs(Dual x) => x.Value < 0 ? -x : x;

    public static Dual Erf(Dual x) => new(Gaussian.Erf(x.Value), Chain(2 / Math.Sqrt(Math.PI) * Math.Exp(-x.Value * x.Value), x.Slope));

    public static Dual Exp(Dual x) => new(Math.Exp(x.Value), Chain(Math.Exp(x.Value), x.Slope));

    public static Dual Log(Dual x) => new(Math.Log(x.Value), x.Slope / x.Value);

    public static Dual Max(Dual left, Dual right) => left.Value >= right.Value ? left : right;

    public static Dual Min(Dual left, Dual right) => left.Value <= right.Value ? left : right;

    public static Dual Sigmoid(Dual x) => new(ElementaryFunctions.Logistic(x.Value), Chain(ElementaryFunctions.LogisticSlope(x.Value), x.Slope));

    public static Dual Softplus(Dual x) => new(ElementaryFunctions.Softplus(x.Value), Chain(ElementaryFunctions.Logistic(x.Value), x.Slope));

    public static Dual Sqrt(Dual x) => new(Math.Sqrt(x.Value), Chain(x.Slope, 0.5 / Math.Sqrt(x.Value)));

    public static Dual Tanh(Dual x) => new(Math.Tanh(x.Value), Chain(ElementaryFunctions.TanhSlope(x.Value), x.Slope));

    /// <summary>A factor that is exactly 0 wins over one that overflowed: the other way round, z / (1 + exp(-z)) would have no slope at -1000.</summary>
    private static double Chain(double left, double right) => left == 0 || right == 0 ? 0 : left * right;
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// Transcendental functions of floats, in vectors and one at a time. At most 2.5 units in the last place off over the whole range, tanh 1.56, subnormal results
/// included; infinities give the limits, NaN gives NaN. All widths, and the forms for one float, agree bit for bit on every machine. (The base library's
/// vector functions of floats compute in double and take about twice as long.)
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorMath
{
    /// <summary>exp(x): 0 below -103.98, infinity above 88.72.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Exp(x);

    /// <summary>exp(x): 0 below -103.98, infinity above 88.72.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Exp(x);

    /// <summary>exp(x): 0 below -103.98, infinity above 88.72.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Exp(x);

    /// <summary>exp(x): 0 below -103.98, infinity above 88.72.</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Exp(float x) => Exp(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>exp(x) - 1, also where x is so small that exp(x) rounds to 1.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Expm1(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Expm1(x);

    /// <summary>exp(x) - 1, also where x is so small that exp(x) rounds to 1.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Expm1(x);

    /// <summary>exp(x) - 1, also where x is so small that exp(x) rounds to 1.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Expm1(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Expm1(x);

    /// <summary>exp(x) - 1, also where x is so small that exp(x) rounds to 1.</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Expm1(float x) => Expm1(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>The natural logarithm: NaN below 0, -infinity at 0.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Log(x);

    /// <summary>The natural logarithm: NaN below 0, -infinity at 0.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Log(x);

    /// <summary>The natural logarithm: NaN below 0, -infinity at 0.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Log(x);

    /// <summary>The natural logarithm: NaN below 0, -infinity at 0.</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Log(float x) => Log(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>ln(1 + x), also where x is so small that 1 + x rounds to 1: NaN below -1, -infinity at -1.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Log1p(x);

    /// <summary>ln(1 + x), also where x is so small that 1 + x rounds to 1: NaN below -1, -infinity at -1.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Log1p(x);

    /// <summary>ln(1 + x), also where x is so small that 1 + x rounds to 1: NaN below -1, -infinity at -1.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Log1p(x);

    /// <summary>ln(1 + x), also where x is so small that 1 + x rounds to 1: NaN below -1, -infinity at -1.</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Log1p(float x) => Log1p(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Tanh(x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Tanh(x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Tanh(x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Tanh(float x) => Tanh(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Logistic(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Logistic(x);

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Logistic(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Logistic(x);

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Logistic(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Logistic(x);

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Logistic(float x) => Logistic(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>The error function 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => VectorFunctions<Vector512<float>, VectorOperations512>.Erf(x);

    /// <summary>The error function 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x) => VectorFunctions<Vector256<float>, VectorOperations256>.Erf(x);

    /// <summary>The error function 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</summary>
    /// <param name="x">Any values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x) => VectorFunctions<Vector128<float>, VectorOperations128>.Erf(x);

    /// <summary>The error function 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</summary>
    /// <param name="x">Any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Erf(float x) => Erf(Vector128.CreateScalar(x)).ToScalar();
}

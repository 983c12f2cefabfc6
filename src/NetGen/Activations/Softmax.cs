using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>Softmax over groups of values: a_i = exp(z_i) / sum_j exp(z_j), each group's largest z subtracted first so that nothing overflows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>a = softmax(z) within each group.</summary>
    /// <param name="z">The first value of the first row.</param>
    /// <param name="a">Where the first output goes, with the same stride; may be <paramref name="z"/>, but must not overlap it otherwise.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="stride">Floats from a row to the next.</param>
    /// <param name="groups">Groups a row, one after the other.</param>
    /// <param name="size">Values a group, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(ref float z, ref float a, int rows, nuint stride, int groups, int size)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var group = 0; group < groups; group++)
            {
                var at = ((nuint)row * stride) + ((nuint)group * (nuint)size);
                ref var into = ref Unsafe.Add(ref a, at);
                var sum = Exponentials(ref Unsafe.Add(ref z, at), ref into, size, out _);
                Scale(ref into, size, 1 / sum);
            }
        }
    }

    /// <summary>dz_i = a_i (da_i - sum_j a_j da_j) within each group.</summary>
    /// <param name="a">The first output of the first row.</param>
    /// <param name="da">The loss's derivative by it.</param>
    /// <param name="dz">
    /// Where the loss's derivative by the first z goes; may be <paramref name="da"/> or <paramref name="a"/>, but must not overlap them otherwise. All three have
    /// the same stride.
    /// </param>
    /// <param name="rows">Rows.</param>
    /// <param name="stride">Floats from a row to the next.</param>
    /// <param name="groups">Groups a row, one after the other.</param>
    /// <param name="size">Values a group, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ref float a, ref float da, ref float dz, int rows, nuint stride, int groups, int size)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var group = 0; group < groups; group++)
            {
                var at = ((nuint)row * stride) + ((nuint)group * (nuint)size);
                if (Vector512.IsHardwareAccelerated && size > 8)
                {
                    Backward<Vector512<float>, VectorOperations512>(ref a, ref da, ref dz, at, size);
                }
                else if (Vector256.IsHardwareAccelerated && size > 4)
                {
                    Backward<Vector256<float>, VectorOperations256>(ref a, ref da, ref dz, at, size);
                }
                else
                {
                    Backward<Vector128<float>, VectorOperations128>(ref a, ref da, ref dz, at, size);
                }
            }
        }
    }

    /// <summary>Writes exp(z_i - max z).</summary>
    /// <param name="z">The first value of a group.</param>
    /// <param name="a">Where the first exponential goes; may be <paramref name="z"/>, but must not overlap it otherwise.</param>
    /// <param name="size">Values, at least 1.</param>
    /// <param name="max">The largest z.</param>
    /// <returns>The sum of the exponentials.</returns>
    internal static float Exponentials(ref float z, ref float a, int size, out float max)
    {
        if (Vector512.IsHardwareAccelerated && size > 8)
        {
            return Exponentials<Vector512<float>, VectorOperations512>(ref z, ref a, size, out max, write: true);
        }

        return Vector256.IsHardwareAccelerated && size > 4
            ? Exponentials<Vector256<float>, VectorOperations256>(ref z, ref a, size, out max, write: true)
            : Exponentials<Vector128<float>, VectorOperations128>(ref z, ref a, size, out max, write: true);
    }

    /// <summary>The sum of exp(z_i - max z).</summary>
    /// <param name="z">The first value of a group.</param>
    /// <param name="size">Values, at least 1.</param>
    /// <param name="max">The largest z.</param>
    internal static float SumOfExponentials(ref float z, int size, out float max)
    {
        if (Vector512.IsHardwareAccelerated && size > 8)
        {
            return Exponentials<Vector512<float>, VectorOperations512>(ref z, ref z, size, out max, write: false);
        }

        return Vector256.IsHardwareAccelerated && size > 4
            ? Exponentials<Vector256<float>, VectorOperations256>(ref z, ref z, size, out max, write: false)
            : Exponentials<Vector128<float>, VectorOperations128>(ref z, ref z, size, out max, write: false);
    }

    /// <summary>Multiplies values in place.</summary>
    internal static void Scale(ref float values, int size, float factor) => RowKernels.ScaleRows(ref values, 0, ref values, 0, 1, size, factor, 0);

    // A method of its own for each width: together they would exceed what the JIT is willing to inline.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Exponentials<TVector, TOp>(ref float z, ref float a, int size, out float max, bool write)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var whole = (nuint)size & ~(TOp.Lanes - 1);
        var rest = size - (int)whole;
        var largest = rest == 0
            ? TOp.Constant(float.NegativeInfinity)
            : TOp.LoadFirst(ref z, whole, rest, float.NegativeInfinity);
        for (nuint i = 0; i < whole; i += TOp.Lanes)
        {
            largest = TOp.AtLeast(largest, TOp.Load(ref z, i));
        }

        max = TOp.MaxAcross(largest);
        var shift = TOp.Constant(max);
        var sum = TOp.Constant(0);
        for (nuint i = 0; i < whole; i += TOp.Lanes)
        {
            var exponential = VectorFunctions<TVector, TOp>.Exp(TOp.Subtract(TOp.Load(ref z, i), shift));
            sum = TOp.Add(sum, exponential);
            if (write)
            {
                TOp.Store(exponential, ref a, i);
            }
        }

        if (rest > 0)
        {
            // Lanes without a value hold -infinity, whose exponential adds nothing.
            var exponential = VectorFunctions<TVector, TOp>.Exp(TOp.Subtract(TOp.LoadFirst(ref z, whole, rest, float.NegativeInfinity), shift));
            sum = TOp.Add(sum, TOp.KeepFirst(exponential, rest));
            if (write)
            {
                TOp.StoreFirst(exponential, ref a, whole, rest);
            }
        }

        return TOp.SumAcross(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward<TVector, TOp>(ref float a, ref float da, ref float dz, nuint at, int size)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var whole = at + ((nuint)size & ~(TOp.Lanes - 1));
        var rest = size & ((int)TOp.Lanes - 1);
        var products = rest == 0
            ? TOp.Constant(0)
            : TOp.Multiply(TOp.LoadFirst(ref a, whole, rest, 0), TOp.LoadFirst(ref da, whole, rest, 0));
        for (var i = at; i < whole; i += TOp.Lanes)
        {
            products = TOp.MultiplyAdd(TOp.Load(ref a, i), TOp.Load(ref da, i), products);
        }

        var dot = TOp.Constant(TOp.SumAcross(products));
        for (var i = at; i < whole; i += TOp.Lanes)
        {
            TOp.Store(TOp.Multiply(TOp.Load(ref a, i), TOp.Subtract(TOp.Load(ref da, i), dot)), ref dz, i);
        }

        if (rest > 0)
        {
            var last = TOp.Multiply(TOp.LoadFirst(ref a, whole, rest, 0), TOp.Subtract(TOp.LoadFirst(ref da, whole, rest, 0), dot));
            TOp.StoreFirst(last, ref dz, whole, rest);
        }
    }
}

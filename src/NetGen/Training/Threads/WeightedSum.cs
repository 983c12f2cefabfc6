using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Training.Threads;

/// <summary>Adds buffers times a factor each, in vectors; products and sums are rounded one by one, so that every width gives the same bits.</summary>
internal static class WeightedSum
{
    /// <summary>sum = factor1 first + factor2 second.</summary>
    /// <param name="sum">Overwritten; may be one of the terms.</param>
    /// <param name="first">The first term; the same length.</param>
    /// <param name="factor1">Its factor.</param>
    /// <param name="second">The second term; the same length.</param>
    /// <param name="factor2">Its factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfTwo(Span<float> sum, ReadOnlySpan<float> first, float factor1, ReadOnlySpan<float> second, float factor2)
    {
        ref var s = ref MemoryMarshal.GetReference(sum);
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        var length = (nuint)sum.Length;
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            Walk<Vector512<float>, VectorOperations512>(ref i, length, ref s, ref a, factor1, ref b, factor2);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Walk<Vector256<float>, VectorOperations256>(ref i, length, ref s, ref a, factor1, ref b, factor2);
        }

        Walk<Vector128<float>, VectorOperations128>(ref i, length, ref s, ref a, factor1, ref b, factor2);
        for (; i < length; i++)
        {
            Unsafe.Add(ref s, i) = (factor1 * Unsafe.Add(ref a, i)) + (factor2 * Unsafe.Add(ref b, i));
        }
    }

    /// <summary>sum = sum + factor term.</summary>
    /// <param name="sum">What there is so far.</param>
    /// <param name="term">The term; the same length.</param>
    /// <param name="factor">Its factor.</param>
    public static void Add(Span<float> sum, ReadOnlySpan<float> term, float factor) => OfTwo(sum, sum, 1, term, factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Walk<TVector, TOp>(ref nuint i, nuint length, ref float sum, ref float first, float factor1, ref float second, float factor2)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var (f1, f2) = (TOp.Constant(factor1), TOp.Constant(factor2));
        for (; i + TOp.Lanes <= length; i += TOp.Lanes)
        {
            TOp.Store(TOp.Add(TOp.Multiply(f1, TOp.Load(ref first, i)), TOp.Multiply(f2, TOp.Load(ref second, i))), ref sum, i);
        }
    }
}

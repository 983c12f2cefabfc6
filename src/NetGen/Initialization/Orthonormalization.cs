using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Initialization;

/// <summary>
/// Gram-Schmidt with every vector orthogonalized twice, which is enough for orthogonality to the last bits (Giraud, Langou and Rozložník 2005). The
/// diagonal of R is the vectors' lengths, hence positive: no signs need to be mended. Sums run in a fixed order over eight lanes without fused operations,
/// so that the bits are the same on every machine.
/// </summary>
internal static class Orthonormalization
{
    /// <summary>Replaces vectors by orthonormal ones that span the same spaces, in order.</summary>
    /// <param name="vectors">[count][length].</param>
    /// <param name="count">Vectors, at most <paramref name="length"/>.</param>
    /// <param name="length">Elements a vector.</param>
    public static void Run(Span<double> vectors, int count, int length)
    {
        Span<double> products = new double[count];
        for (var j = 0; j < count; j++)
        {
            var vector = vectors.Slice(j * length, length);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < j; k++)
                {
                    products[k] = Dot(vectors.Slice(k * length, length), vector);
                }

                for (var k = 0; k < j; k++)
                {
                    Subtract(vector, products[k], vectors.Slice(k * length, length));
                }
            }

            var norm = Math.Sqrt(Dot(vector, vector));
            foreach (ref var element in vector)
            {
                element /= norm;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        var (sum0, sum1, sum2, sum3) = (Vector128<double>.Zero, Vector128<double>.Zero, Vector128<double>.Zero, Vector128<double>.Zero);
        nuint i = 0;
        for (; i + 8 <= (nuint)a.Length; i += 8)
        {
            sum0 += Vector128.LoadUnsafe(ref left, i) * Vector128.LoadUnsafe(ref right, i);
            sum1 += Vector128.LoadUnsafe(ref left, i + 2) * Vector128.LoadUnsafe(ref right, i + 2);
            sum2 += Vector128.LoadUnsafe(ref left, i + 4) * Vector128.LoadUnsafe(ref right, i + 4);
            sum3 += Vector128.LoadUnsafe(ref left, i + 6) * Vector128.LoadUnsafe(ref right, i + 6);
        }

        var pair = (sum0 + sum1) + (sum2 + sum3);
        var total = pair.GetElement(0) + pair.GetElement(1);
        for (; i < (nuint)a.Length; i++)
        {
            total += Unsafe.Add(ref left, i) * Unsafe.Add(ref right, i);
        }

        return total;
    }

    // vector -= factor direction
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(Span<double> vector, double factor, ReadOnlySpan<double> direction)
    {
        ref var into = ref MemoryMarshal.GetReference(vector);
        ref var from = ref MemoryMarshal.GetReference(direction);
        var factors = Vector128.Create(factor);
        nuint i = 0;
        for (; i + 2 <= (nuint)vector.Length; i += 2)
        {
            (Vector128.LoadUnsafe(ref into, i) - (factors * Vector128.LoadUnsafe(ref from, i))).StoreUnsafe(ref into, i);
        }

        for (; i < (nuint)vector.Length; i++)
        {
            Unsafe.Add(ref into, i) -= factor * Unsafe.Add(ref from, i);
        }
    }
}

using System.Runtime.Intrinsics;

namespace NetGen.Initialization;

/// <summary>
/// Random orthonormal vectors: normal deviates made orthogonal one after the other (Gram and Schmidt), twice, which is enough for orthogonality to the last
/// bits (Giraud, Langou and Rozloznik 2005). R's diagonal comes out positive, so that Q already is Q times sign(diag R).
/// </summary>
internal static class Orthonormalization
{
    /// <summary>So many vectors of so many elements, no more vectors than elements.</summary>
    public static double[][] Draw(int count, int length, ref RandomStream random)
    {
        var vectors = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var vector = vectors[i] = new double[length];
            foreach (ref var element in vector.AsSpan())
            {
                element = random.NextNormal();
            }

            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    AddScaled(vector, vectors[j], -Dot(vector, vectors[j]));
                }
            }

            Scale(vector, 1 / Math.Sqrt(Dot(vector, vector)));
        }

        return vectors;
    }

    // Eight partial sums in a fixed order, whatever the width of the machine's vectors: the same bits everywhere.
    private static double Dot(double[] a, double[] b)
    {
        var (s0, s1, s2, s3) = (Vector128<double>.Zero, Vector128<double>.Zero, Vector128<double>.Zero, Vector128<double>.Zero);
        var i = 0;
        for (; i + 8 <= a.Length; i += 8)
        {
            s0 += Vector128.Create(a, i) * Vector128.Create(b, i);
            s1 += Vector128.Create(a, i + 2) * Vector128.Create(b, i + 2);
            s2 += Vector128.Create(a, i + 4) * Vector128.Create(b, i + 4);
            s3 += Vector128.Create(a, i + 6) * Vector128.Create(b, i + 6);
        }

        var total = (s0 + s1) + (s2 + s3);
        var sum = total.GetElement(0) + total.GetElement(1);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void AddScaled(double[] vector, double[] other, double factor)
    {
        var i = 0;
        for (; i + 2 <= vector.Length; i += 2)
        {
            (Vector128.Create(vector, i) + (Vector128.Create(other, i) * factor)).CopyTo(vector, i);
        }

        for (; i < vector.Length; i++)
        {
            vector[i] += other[i] * factor;
        }
    }

    private static void Scale(double[] vector, double factor)
    {
        foreach (ref var element in vector.AsSpan())
        {
            element *= factor;
        }
    }
}

namespace NetGen.Testing.Interpretation;

/// <summary>Softmax over a row, with its Jacobian.</summary>
internal static class SoftmaxFunction
{
    /// <summary>ln sum_j exp(z_j).</summary>
    public static double LogSumExp(ReadOnlySpan<double> row)
    {
        var largest = Largest(row);
        var sum = 0.0;
        foreach (var z in row)
        {
            sum += Math.Exp(z - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary>a_i = exp(z_i) / sum_j exp(z_j).</summary>
    public static void Apply(ReadOnlySpan<double> row, Span<double> into)
    {
        var largest = Largest(row);
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            into[i] = Math.Exp(row[i] - largest);
            sum += into[i];
        }

        foreach (ref var element in into)
        {
            element /= sum;
        }
    }

    /// <summary>dz_i = sum_j da_j a_j ([i = j] - a_i).</summary>
    public static void Backward(ReadOnlySpan<double> row, ReadOnlySpan<double> derivative, Span<double> into, InterpreterPass pass)
    {
        for (var i = 0; i < row.Length; i++)
        {
            into[i] = 0;
            for (var j = 0; j < row.Length; j++)
            {
                into[i] += (i == j ? pass.Round(derivative[j] * row[j]) : 0) - pass.Round(derivative[j] * row[j] * row[i]);
            }
        }
    }

    // Math.Max gives NaN where one of the two is, so that a row with a NaN is NaN throughout.
    private static double Largest(ReadOnlySpan<double> row)
    {
        var largest = double.NegativeInfinity;
        foreach (var z in row)
        {
            largest = Math.Max(largest, z);
        }

        return largest;
    }
}

namespace NetGen.Tests.Layers;

/// <summary>
/// One normalized set of values (a row of layer normalization, a column of batch normalization) in double precision, its gradients by the chain of section 3 of
/// Ioffe and Szegedy: through xhat, the variance and the mean in turn.
/// </summary>
internal sealed class NormalizedSlice
{
    private readonly double[] _centred;
    private readonly bool _isCentred;

    /// <summary>The forward pass.</summary>
    public NormalizedSlice(double[] x, double epsilon, bool isCentred)
    {
        _isCentred = isCentred;
        Mean = isCentred ? x.Average() : 0;
        _centred = [.. x.Select(value => value - Mean)];
        SumOfSquares = _centred.Sum(static value => value * value);
        Inverse = 1 / Math.Sqrt((SumOfSquares / x.Length) + epsilon);
        Normalized = [.. _centred.Select(value => value * Inverse)];
    }

    /// <summary>The mean, or 0 where none is subtracted.</summary>
    public double Mean { get; }

    /// <summary>The sum of the squared distances from the mean.</summary>
    public double SumOfSquares { get; }

    /// <summary>1 / sqrt(variance + epsilon).</summary>
    public double Inverse { get; }

    /// <summary>xhat.</summary>
    public double[] Normalized { get; }

    /// <summary>By how much a float computation of an output may miss it, for scales and shifts of up to 3/2.</summary>
    public double Tolerance => 1e-6 * (2 + Normalized.Max(Math.Abs) + Inverse);

    /// <summary>The gradient with respect to x from that with respect to xhat, and by how much a float computation may miss it.</summary>
    public (double[] Gradient, double Tolerance) Gradient(double[] dNormalized)
    {
        var count = dNormalized.Length;
        var dVariance = dNormalized.Zip(_centred, static (d, x) => d * x).Sum() * -0.5 * Math.Pow(Inverse, 3);
        var dMean = _isCentred ? (dNormalized.Sum() * -Inverse) + (dVariance * -2 * _centred.Sum() / count) : 0;
        var gradient = new double[count];
        for (var i = 0; i < count; i++)
        {
            gradient[i] = (dNormalized[i] * Inverse) + (dVariance * 2 * _centred[i] / count) + (dMean / count);
        }

        // The largest of what is added up, in units of about eight roundings.
        var largest = dNormalized.Max(Math.Abs) * Inverse * (1 + Normalized.Max(static value => value * value));
        return (gradient, 1e-6 * largest);
    }
}

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>
/// The values that share a statistic, brought to mean 0 and variance 1: x^ = (x - m) r with r = 1 / sqrt(v + epsilon), m their mean and v their biased variance.
/// </summary>
internal sealed class Standardization
{
    private readonly InterpreterPass _pass;

    public Standardization(double[] x, double epsilon, InterpreterPass pass)
    {
        _pass = pass;
        Mean = pass.Round(x.Average(pass.Round));
        var centred = Array.ConvertAll(x, value => pass.Round(value - Mean));
        Variance = pass.Round(centred.Average(value => pass.Round(value * value)));
        Inverse = pass.Round(1 / Math.Sqrt(Variance + epsilon));
        Values = Array.ConvertAll(centred, value => pass.Round(value * Inverse));
    }

    /// <summary>m.</summary>
    public double Mean { get; }

    /// <summary>v, the mean square of the distances from the mean.</summary>
    public double Variance { get; }

    /// <summary>r.</summary>
    public double Inverse { get; }

    /// <summary>x^.</summary>
    public double[] Values { get; }

    /// <summary>dx_i = r (dx^_i - mean of dx^ - x^_i mean of dx^ x^): m and v depend on every x.</summary>
    public double[] Backward(double[] derivative)
    {
        var mean = _pass.Round(derivative.Average());
        var product = _pass.Round(derivative.Zip(Values, (slope, value) => _pass.Round(slope * value)).Average());
        return [.. derivative.Zip(Values, (slope, value) => _pass.Round(Inverse * _pass.Round(_pass.Round(slope - mean) - _pass.Round(value * product))))];
    }
}

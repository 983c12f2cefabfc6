using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>Root-mean-square normalization (Zhang and Sennrich 2019) of each row of the last axis: x^ = x r with r = 1 / sqrt(mean of x^2 + epsilon).</summary>
internal sealed class RmsNormalizationReading(RmsNormalizationSpec layer) : RowNormalizationReading(layer.Name, layer.Input.Last, hasShift: false)
{
    protected override (double[] Values, Func<double[], double[]> Backward) Normalize(double[] row, InterpreterPass pass)
    {
        var inverse = pass.Round(1 / Math.Sqrt(row.Average(value => pass.Round(value * value)) + layer.Epsilon));
        var values = Array.ConvertAll(row, value => pass.Round(value * inverse));
        return (values, Backward);

        // dx_i = r (dx^_i - x^_i mean of dx^ x^)
        double[] Backward(double[] derivative)
        {
            var product = pass.Round(derivative.Zip(values, (slope, value) => pass.Round(slope * value)).Average());
            return [.. derivative.Zip(values, (slope, value) => pass.Round(inverse * pass.Round(slope - pass.Round(value * product))))];
        }
    }
}

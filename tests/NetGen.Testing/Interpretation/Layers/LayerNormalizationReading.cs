using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>Layer normalization (Ba, Kiros and Hinton 2016) of each row of the last axis.</summary>
internal sealed class LayerNormalizationReading(LayerNormalizationSpec layer) : RowNormalizationReading(layer.Name, layer.Input.Last, hasShift: true)
{
    protected override (double[] Values, Func<double[], double[]> Backward) Normalize(double[] row, InterpreterPass pass)
    {
        var standardized = new Standardization(row, layer.Epsilon, pass);
        return (standardized.Values, standardized.Backward);
    }
}

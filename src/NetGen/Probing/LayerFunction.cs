using NetGen.LayerKernels;

namespace NetGen.Probing;

/// <summary>What layers make of their pre-activations: their activation, and for normalizations, masks and noise what their kind does.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
/// <param name="network">The network; it is not changed.</param>
/// <param name="samples">How many samples go through it.</param>
/// <param name="isTraining">Whether they do as in training.</param>
internal sealed class LayerFunction<TNetwork, TTarget>(INetwork<TNetwork, TTarget> network, int samples, bool isTraining)
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    // -scale alpha of SELU.
    private const double LowerBound = -1.7580993408473766;

    private StepContext Step => new(network.Seed, network.Step);

    /// <summary>What a layer gives.</summary>
    /// <param name="number">The layer's number, from 1.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="z">[samples][size], its pre-activations.</param>
    public float[] Apply(int number, LayerInfo layer, float[] z)
    {
        switch (layer.Kind)
        {
            case "BatchNormalization":
                return OverBatch(layer, z);
            case "LayerNormalization":
                return OverRows(layer, z, isCentred: true);
            case "RmsNormalization":
                return OverRows(layer, z, isCentred: false);
            case "Dropout" when isTraining:
                return Drop(number, layer, z, 1 / (1 - layer.Setting), 0, 0);
            case "AlphaDropout" when isTraining:
                var scale = 1 / Math.Sqrt((1 - layer.Setting) * (1 + (layer.Setting * LowerBound * LowerBound)));
                var shift = -scale * LowerBound * layer.Setting;
                return Drop(number, layer, z, scale, shift, (scale * LowerBound) + shift);
            case "GaussianNoise" when isTraining:
                return Noise(number, layer, z);
        }

        var a = new float[z.Length];
        TNetwork.Activate(number, z, a);
        return a;
    }

    private float[] OverBatch(LayerInfo layer, float[] x)
    {
        var columns = layer.InputShape[^1];
        var gamma = Tensor(layer, "weight");
        var beta = Tensor(layer, "bias");
        var y = new float[x.Length];
        for (var column = 0; column < columns; column++)
        {
            var (mean, variance) = isTraining ? Statistics(x, column, columns) : (Tensor(layer, "running_mean")[column], Tensor(layer, "running_var")[column]);
            var scale = gamma[column] / Math.Sqrt(variance + layer.Setting);
            for (var i = column; i < x.Length; i += columns)
            {
                y[i] = (float)(((x[i] - mean) * scale) + beta[column]);
            }
        }

        return y;
    }

    private static (double Mean, double Variance) Statistics(float[] x, int start, int stride)
    {
        double sum = 0, squares = 0;
        var rows = x.Length / stride;
        for (var i = start; i < x.Length; i += stride)
        {
            sum += x[i];
        }

        var mean = sum / rows;
        for (var i = start; i < x.Length; i += stride)
        {
            squares += (x[i] - mean) * (x[i] - mean);
        }

        return (mean, squares / rows);
    }

    private float[] OverRows(LayerInfo layer, float[] x, bool isCentred)
    {
        var columns = layer.InputShape[^1];
        var gamma = Tensor(layer, "weight");
        var beta = isCentred ? Tensor(layer, "bias") : default;
        var y = new float[x.Length];
        for (var row = 0; row < x.Length; row += columns)
        {
            var values = x.AsSpan(row, columns);
            var (mean, deviation) = Moments.Of(values);
            var divisor = Math.Sqrt((isCentred ? deviation * deviation : Moments.Squares(values) / columns) + layer.Setting);
            for (var i = 0; i < columns; i++)
            {
                y[row + i] = (float)(((isCentred ? values[i] - mean : values[i]) / divisor * gamma[i]) + (isCentred ? beta[i] : 0));
            }
        }

        return y;
    }

    private float[] Drop(int number, LayerInfo layer, float[] x, double scale, double shift, double dropped)
    {
        var rows = new PaddedRows(x, layer.InputShape[^1]);
        var mask = new float[rows.Values.Length / PaddedRows.Multiple];
        Dropout.Forward(
            Step, number, 0, (nuint)samples, rows.Count / samples, rows.Columns, (nuint)rows.Stride, (nuint)rows.Stride, layer.Setting, (float)scale, (float)shift, (float)dropped,
            ref rows.Values[0], ref rows.Values[0], ref mask[0]);
        return rows.ToArray();
    }

    private float[] Noise(int number, LayerInfo layer, float[] x)
    {
        var rows = new PaddedRows(x, layer.InputShape[^1]);
        GaussianNoise.Add(
            Step, number, 0, (nuint)samples, rows.Count / samples, rows.Columns, (nuint)rows.Stride, (nuint)rows.Stride, (float)layer.Setting,
            ref rows.Values[0], ref rows.Values[0]);
        return rows.ToArray();
    }

    private ReadOnlySpan<float> Tensor(LayerInfo layer, string name)
    {
        var tensor = TNetwork.Tensors.First(tensor => tensor.Name == layer.Name + "." + name);
        return (tensor.Role == TensorRole.State ? network.State : network.Parameters).Slice(tensor.Offset, tensor.Length);
    }
}

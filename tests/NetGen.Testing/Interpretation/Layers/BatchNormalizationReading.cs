using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>
/// Batch normalization (Ioffe and Szegedy 2015) over the last axis: a = gamma x^ + beta. In training the statistics are those of the batch, over all positions of
/// all samples, with the biased variance; in prediction they are the running ones, into which each step folds the batch's mean and unbiased variance.
/// </summary>
internal sealed class BatchNormalizationReading(BatchNormalizationSpec layer) : LayerReading
{
    private readonly int _columns = layer.Input.Last;
    private readonly string _scale = layer.Name + ".weight";
    private readonly string _shift = layer.Name + ".bias";
    private readonly string _mean = layer.Name + ".running_mean";
    private readonly string _variance = layer.Name + ".running_var";

    public override ImmutableArray<NetworkTensor> Tensors => [new(_scale, [_columns], NetworkTensorRole.Scale), new(_shift, [_columns], NetworkTensorRole.Shift)];

    public override ImmutableArray<NetworkTensor> State => [new(_mean, [_columns], NetworkTensorRole.Mean), new(_variance, [_columns], NetworkTensorRole.Variance)];

    public override int LeastSamples => layer.Input.Positions > 1 ? 1 : 2;

    public override LayerTrace Forward(double[] x, InterpreterPass pass) => pass.IsTraining ? Train(x, pass) : Predict(x, pass);

    public override void UpdateState(IReadOnlyDictionary<string, double[]> state, IReadOnlyDictionary<string, double[]> statistics, IDictionary<string, double[]> into)
    {
        foreach (var name in (string[])[_mean, _variance])
        {
            into[name] = [.. state[name].Zip(statistics[name], (running, ofBatch) => ((1 - layer.Momentum) * running) + (layer.Momentum * ofBatch))];
        }
    }

    private LayerTrace Train(double[] x, InterpreterPass pass)
    {
        var rows = x.Length / _columns;
        if (rows < 2)
        {
            throw new ArgumentException($"{layer.Name} has no variance of a single row; train on batches of two samples at least.", nameof(x));
        }

        var (gamma, beta) = (pass.Parameters[_scale], pass.Parameters[_shift]);
        var columns = Enumerable.Range(0, _columns).Select(column => new Standardization(Column(x, column), layer.Epsilon, pass)).ToArray();
        pass.Statistics[_mean] = Array.ConvertAll(columns, static column => column.Mean);
        pass.Statistics[_variance] = Array.ConvertAll(columns, column => pass.Round(column.Variance * rows / (rows - 1)));
        return new LayerTrace(Join(columns.Select((column, index) => Array.ConvertAll(column.Values, value => pass.Round(pass.Round(gamma[index] * value) + beta[index])))), Backward);

        double[] Backward(double[] da)
        {
            var slopes = Enumerable.Range(0, _columns).Select(column => Column(da, column)).ToArray();
            pass.Gradients[_scale] = [.. slopes.Zip(columns, (slope, column) => slope.Zip(column.Values, (d, value) => pass.Round(d * value)).Sum())];
            pass.Gradients[_shift] = Array.ConvertAll(slopes, static slope => slope.Sum());
            return Join(columns.Select((column, index) => column.Backward(Array.ConvertAll(slopes[index], slope => pass.Round(slope * gamma[index])))));
        }
    }

    private LayerTrace Predict(double[] x, InterpreterPass pass)
    {
        var scale = pass.Parameters[_scale].Zip(pass.State[_variance], (gamma, variance) => pass.Round(gamma / Math.Sqrt(variance + layer.Epsilon))).ToArray();
        var shift = Enumerable.Range(0, _columns).Select(column => pass.Round(pass.Parameters[_shift][column] - pass.Round(pass.State[_mean][column] * scale[column]))).ToArray();
        return new LayerTrace(
            [.. x.Select((value, i) => pass.Round(pass.Round(value * scale[i % _columns]) + shift[i % _columns]))],
            da => [.. da.Select((slope, i) => pass.Round(slope * scale[i % _columns]))]);
    }

    private double[] Column(double[] values, int column) => [.. Enumerable.Range(0, values.Length / _columns).Select(row => values[(row * _columns) + column])];

    private double[] Join(IEnumerable<double[]> columns)
    {
        var parts = columns.ToArray();
        return [.. Enumerable.Range(0, parts[0].Length * _columns).Select(i => parts[i % _columns][i / _columns])];
    }
}

using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>Normalizations of each row of the last axis: a = gamma x^ + beta, or without beta. In prediction they do what they do in training.</summary>
/// <param name="name">The layer's name.</param>
/// <param name="columns">The length of a row.</param>
/// <param name="hasShift">Whether there is a beta.</param>
internal abstract class RowNormalizationReading(string name, int columns, bool hasShift) : LayerReading
{
    private readonly string _scale = name + ".weight";
    private readonly string _shift = name + ".bias";

    public override ImmutableArray<NetworkTensor> Tensors => hasShift
        ? [new(_scale, [columns], NetworkTensorRole.Scale), new(_shift, [columns], NetworkTensorRole.Shift)]
        : [new(_scale, [columns], NetworkTensorRole.Scale)];

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        var gamma = pass.Parameters[_scale];
        var beta = hasShift ? pass.Parameters[_shift] : new double[columns];
        var rows = x.Chunk(columns).Select(row => Normalize(row, pass)).ToList();
        return new LayerTrace([.. rows.SelectMany(row => row.Values.Select((value, column) => pass.Round(pass.Round(gamma[column] * value) + beta[column])))], Backward);

        double[] Backward(double[] da)
        {
            var dGamma = new double[columns];
            var dBeta = new double[columns];
            var dx = new List<double>();
            foreach (var (row, slopes) in rows.Zip(da.Chunk(columns)))
            {
                for (var column = 0; column < columns; column++)
                {
                    dGamma[column] += pass.Round(slopes[column] * row.Values[column]);
                    dBeta[column] += slopes[column];
                }

                dx.AddRange(row.Backward([.. slopes.Zip(gamma, (slope, factor) => pass.Round(slope * factor))]));
            }

            pass.Gradients[_scale] = dGamma;
            if (hasShift)
            {
                pass.Gradients[_shift] = dBeta;
            }

            return [.. dx];
        }
    }

    /// <summary>x^ of one row, and the way from dx^ to dx.</summary>
    protected abstract (double[] Values, Func<double[], double[]> Backward) Normalize(double[] row, InterpreterPass pass);
}

using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Batch normalization in double precision, and what the results of kernels must be like.</summary>
internal sealed class BatchReference
{
    private readonly int _rows;
    private readonly NormalizedSlice[] _columns;

    /// <summary>The statistics of a batch.</summary>
    public BatchReference(Matrix x, double epsilon)
    {
        _rows = x.Rows;
        _columns = [.. Enumerable.Range(0, x.Columns).Select(column => new NormalizedSlice(x.Column(column), epsilon, isCentred: true))];
    }

    /// <summary>Fails unless outputs, [2][padded columns] of statistics and [2][columns] of the batch's are right.</summary>
    public void AssertForward(float[] gamma, float[] beta, Func<int, int, float> y, float[] statistics, float[] batch)
    {
        var padded = (_columns.Length + 15) / 16 * 16;
        for (var column = 0; column < _columns.Length; column++)
        {
            var slice = _columns[column];
            Assert.Equal(slice.Mean, statistics[column], 1e-6);
            Assert.Equal(1, statistics[padded + column] / slice.Inverse, 1e-6);
            Assert.Equal(statistics[column], batch[column]);
            Assert.Equal(slice.SumOfSquares / (_rows - 1), batch[_columns.Length + column], 1e-6);
            for (var row = 0; row < _rows; row++)
            {
                Assert.Equal((gamma[column] * slice.Normalized[row]) + beta[column], y(row, column), slice.Tolerance);
            }
        }
    }

    /// <summary>Fails unless gradients are right.</summary>
    public void AssertBackward(float[] gamma, Matrix dy, Func<int, int, float> dx, Func<int, double> dGamma, Func<int, double> dBeta)
    {
        for (var column = 0; column < _columns.Length; column++)
        {
            var (slice, d) = (_columns[column], dy.Column(column));
            var products = d.Zip(slice.Normalized, static (gradient, normalized) => gradient * normalized).ToArray();
            Assert.Equal(products.Sum(), dGamma(column), 1e-6 * (1 + products.Sum(Math.Abs) + slice.Inverse));
            Assert.Equal(d.Sum(), dBeta(column), 1e-6 * (1 + d.Sum(Math.Abs)));
            var (gradient, tolerance) = slice.Gradient([.. d.Select(value => value * gamma[column])]);
            for (var row = 0; row < _rows; row++)
            {
                Assert.Equal(gradient[row], dx(row, column), tolerance);
            }
        }
    }
}

using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Batch normalization of rows against double precision, in every vector width.</summary>
public sealed class BatchNormalizationRowsTests
{
    private const float Epsilon = 1e-5f;

    [Fact]
    public void EveryShape() => ((IRowCheck)default(Check)).RunAll();

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(40)]
    public void PublicMethods_TakeRowsOfAnyLength(int columns)
    {
        var x = new Matrix(19, columns, columns, seed: 1);
        var (gamma, beta, stride, padded) = (Vectors.Random(columns, 2), Vectors.Random(columns, 3), (nuint)columns, (int)BatchNormalization.Pad(columns));
        var (y, statistics, batch) = (new Matrix(19, columns, columns), Vectors.Empty(2 * padded), Vectors.Empty(2 * columns));
        BatchNormalization.Forward(
            ref x.First, stride, ref gamma[0], ref beta[0], ref y.First, stride, ref statistics[0], ref batch[0], 19, columns, Epsilon);
        var expected = new BatchReference(x, Epsilon);
        expected.AssertForward(gamma, beta, (row, column) => y[row, column], statistics, batch);

        var (dy, dx, dGamma, dBeta) = (new Matrix(19, columns, columns, 4), new Matrix(19, columns, columns), Vectors.Empty(columns), Vectors.Empty(columns));
        BatchNormalization.Backward(
            ref x.First, stride, ref statistics[0], ref gamma[0], ref dy.First, stride, ref dx.First, stride, ref dGamma[0], ref dBeta[0], 19, columns);
        expected.AssertBackward(gamma, dy, (row, column) => dx[row, column], column => dGamma[column], column => dBeta[column]);

        // With the batch's own statistics prediction gives what training did.
        var (scale, shift, predicted) = (Vectors.Empty(padded), Vectors.Empty(padded), new Matrix(19, columns, columns + 2));
        float[] variance = [.. Enumerable.Range(0, columns).Select(column => batch[columns + column] * 18 / 19)];
        BatchNormalization.Scale(ref gamma[0], ref beta[0], ref batch[0], ref variance[0], ref scale[0], ref shift[0], columns, Epsilon);
        BatchNormalization.Predict(ref x.First, stride, ref scale[0], ref shift[0], ref predicted.First, stride + 2, 19, columns);
        Assert.All(Enumerable.Range(0, 19 * columns), i => Assert.Equal(y[i / columns, i % columns], predicted[i / columns, i % columns], 1e-5));
        Assert.True(predicted.IsIntact());
    }

    [Fact]
    public void Forward_FarFromZero_KeepsItsPrecision()
    {
        // The mean of the squares less the square of the mean, 9 million, would leave nothing of a variance of 1/3.
        var x = new Matrix(256, 70, 80, seed: 4, offset: 3000);
        var (gamma, beta) = (Vectors.Random(70, 2), Vectors.Random(70, 3));
        var (y, statistics, batch) = (new Matrix(256, 70, 80), Vectors.Empty(160), Vectors.Empty(140));
        BatchNormalization.Forward(ref x.First, 80, ref gamma[0], ref beta[0], ref y.First, 80, ref statistics[0], ref batch[0], 256, 70, Epsilon);
        for (var column = 0; column < 70; column++)
        {
            var expected = new NormalizedSlice(x.Column(column), Epsilon, isCentred: true);
            Assert.Equal(1, statistics[80 + column] / expected.Inverse, 1e-6);
            Assert.Equal(expected.Mean, statistics[column], 3000 * 1e-7);
        }
    }

    [Fact]
    public void Scale_PadsWithZeros()
    {
        var (gamma, beta, mean, variance) = (Vectors.Random(19, 1), Vectors.Random(19, 2), Vectors.Random(19, 3), Vectors.Random(19, 4));
        var (scale, shift) = (Vectors.Empty(32), Vectors.Empty(32));
        BatchNormalization.Scale(ref gamma[0], ref beta[0], ref mean[0], ref variance[0], ref scale[0], ref shift[0], 19, 0.01f);
        for (var column = 0; column < 32; column++)
        {
            var factor = column < 19 ? gamma[column] / Math.Sqrt(variance[column] + 0.01) : 0;
            Assert.Equal(factor, scale[column], 1e-6);
            Assert.Equal(column < 19 ? beta[column] - (mean[column] * factor) : 0, shift[column], 1e-6);
        }

        Assert.True(Vectors.IsIntact(scale, 32) && Vectors.IsIntact(shift, 32));
    }

    [Fact]
    public void UpdateRunning_TakesTheShareOfTheNew()
    {
        float[] running = [1, 2, 3];
        BatchNormalization.UpdateRunning(running, [5, 6, 11], 0.25f);
        Assert.Equal([2, 3, 5], running);
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchNormalization.UpdateRunning(running, [1, 2], 0.25f));
    }

    private readonly struct Check : IRowCheck
    {
        public void Run<TVector, TOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            foreach (var (rows, columns, stride) in Shapes.From((int)TOp.Lanes))
            {
                var x = new Matrix(rows, columns, stride, rows + columns, offset: 0.5f);
                var (gamma, beta) = (Vectors.Random(columns, 2), Vectors.Random(columns, 3));
                var padded = (int)BatchNormalization.Pad(columns);
                var (y, statistics, batch) = (new Matrix(rows, columns, stride + 16), Vectors.Empty(2 * padded), Vectors.Empty(2 * columns));
                Forward<TVector, TOp>(x, gamma, beta, y, statistics, batch);
                var expected = new BatchReference(x, Epsilon);
                expected.AssertForward(gamma, beta, (row, column) => y[row, column], statistics, batch);
                Assert.True(y.IsIntact() && Vectors.IsIntact(statistics, 2 * padded) && Vectors.IsIntact(batch, 2 * columns));
                var place = x.Copy();
                Forward<TVector, TOp>(place, gamma, beta, place, statistics, batch);
                Matrix.AssertSame(y, place);

                Backward<TVector, TOp>(expected, x, gamma, statistics);
                Predict<TVector, TOp>(x, gamma, beta);
            }
        }

        private static void Forward<TVector, TOp>(Matrix x, float[] gamma, float[] beta, Matrix y, float[] statistics, float[] batch)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> =>
            NormalizedColumns<TVector, TOp>.Forward(
                ref x.First,
                (nuint)x.Stride,
                ref gamma[0],
                ref beta[0],
                ref y.First,
                (nuint)y.Stride,
                ref statistics[0],
                ref batch[0],
                (nuint)x.Rows,
                x.Columns,
                Epsilon);

        private static void Backward<TVector, TOp>(BatchReference expected, Matrix x, float[] gamma, float[] statistics)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            var (dGamma, dBeta) = (Vectors.Empty(x.Columns), Vectors.Empty(x.Columns));
            void Compute(Matrix source, Matrix dy, Matrix dx) =>
                NormalizedColumnGradients<TVector, TOp>.Backward(
                    ref source.First,
                    (nuint)source.Stride,
                    ref statistics[0],
                    ref gamma[0],
                    ref dy.First,
                    (nuint)dy.Stride,
                    ref dx.First,
                    (nuint)dx.Stride,
                    ref dGamma[0],
                    ref dBeta[0],
                    (nuint)x.Rows,
                    x.Columns);

            var (dy, dx) = (new Matrix(x.Rows, x.Columns, x.Stride + 5, x.Rows + 7), new Matrix(x.Rows, x.Columns, x.Stride + 32));
            Compute(x, dy, dx);
            expected.AssertBackward(gamma, dy, (row, column) => dx[row, column], column => dGamma[column], column => dBeta[column]);
            Assert.True(dx.IsIntact() && Vectors.IsIntact(dGamma, x.Columns) && Vectors.IsIntact(dBeta, x.Columns));

            // In the place of dy, then of x.
            var (placeOfDy, placeOfX) = (dy.Copy(), x.Copy());
            Compute(x, placeOfDy, placeOfDy);
            Matrix.AssertSame(dx, placeOfDy);
            Compute(placeOfX, dy, placeOfX);
            Matrix.AssertSame(dx, placeOfX);
        }

        private static void Predict<TVector, TOp>(Matrix x, float[] scale, float[] shift)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            void Compute(Matrix source, Matrix destination) =>
                NormalizedColumns<TVector, TOp>.Predict(
                    ref source.First,
                    (nuint)source.Stride,
                    ref scale[0],
                    ref shift[0],
                    ref destination.First,
                    (nuint)destination.Stride,
                    (nuint)x.Rows,
                    x.Columns);

            var (y, place) = (new Matrix(x.Rows, x.Columns, x.Stride + 3), x.Copy());
            Compute(x, y);
            Compute(place, place);
            Matrix.AssertSame(y, place);
            for (var row = 0; row < x.Rows; row++)
            {
                for (var column = 0; column < x.Columns; column++)
                {
                    Assert.Equal(((double)x[row, column] * scale[column]) + shift[column], y[row, column], 1e-6);
                }
            }

            Assert.True(y.IsIntact());
        }
    }
}

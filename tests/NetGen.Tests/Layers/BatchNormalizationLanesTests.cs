using NetGen.Initialization;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Batch normalization where a lane is a sample against double precision, in every vector width.</summary>
public sealed class BatchNormalizationLanesTests
{
    private const float Epsilon = 1e-5f;

    [Fact]
    public void EveryShape() => ((IWidthCheck)default(Check)).RunAll();

    [Fact]
    public void PublicMethods_TakeTheWidestVector()
    {
        var rows = new Matrix(19, 6, 6, seed: 1);
        var x = new LaneBatch(rows, LaneBatch.Widest);
        var (gamma, beta, groups, expected) = (Vectors.Random(6, 2), Vectors.Random(6, 3), (nuint)x.Groups, new BatchReference(rows, Epsilon));
        var (y, statistics, batch) = (new LaneBatch(19, 6, x.Lanes), Vectors.Empty(32), Vectors.Empty(12));
        BatchNormalization.ForwardLanes(ref x.First, ref gamma[0], ref beta[0], ref y.First, ref statistics[0], ref batch[0], groups, 19, 6, Epsilon);
        expected.AssertForward(gamma, beta, (row, column) => y[row, column], statistics, batch);

        var (dyRows, dx, dGamma, dBeta) = (new Matrix(19, 6, 6, 4), new LaneBatch(19, 6, x.Lanes), Vectors.Empty(6 * x.Lanes), Vectors.Empty(6 * x.Lanes));
        var dy = new LaneBatch(dyRows, x.Lanes);
        BatchNormalization.BackwardLanes(
            ref x.First, ref statistics[0], ref gamma[0], ref dy.First, ref dx.First, ref dGamma[0], ref dBeta[0], groups, 19, 6);
        expected.AssertBackward(
            gamma, dyRows, (row, column) => dx[row, column], column => Total(dGamma, column, x.Lanes), column => Total(dBeta, column, x.Lanes));

        var predicted = new LaneBatch(19, 6, x.Lanes);
        BatchNormalization.PredictLanes(ref x.First, ref gamma[0], ref beta[0], ref predicted.First, groups, 6);
        Assert.Equal(((double)x[18, 5] * gamma[5]) + beta[5], predicted[18, 5], 1e-6);
    }

    private static double Total(float[] values, int column, int lanes) =>
        values.AsSpan(column * lanes, lanes).ToArray().Sum(static value => (double)value);

    private readonly struct Check : IWidthCheck
    {
        public void Run<TVector, TOp, TBits, TWords, TWordOp, TDoubleOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
            where TWords : struct
            where TWordOp : struct, IWordOperations<TWords>
            where TDoubleOp : struct, IDoubleOperations<TWords>
        {
            foreach (var (samples, columns, _) in Shapes.All())
            {
                var rows = new Matrix(samples, columns, columns, samples + columns, offset: 0.5f);
                var (x, y, place) = (new LaneBatch(rows, (int)TOp.Lanes), new LaneBatch(samples, columns, (int)TOp.Lanes), new LaneBatch(rows, (int)TOp.Lanes));
                var (gamma, beta, padded) = (Vectors.Random(columns, 2), Vectors.Random(columns, 3), (int)BatchNormalization.Pad(columns));
                var (statistics, batch) = (Vectors.Empty(2 * padded), Vectors.Empty(2 * columns));
                void Forward(LaneBatch source, LaneBatch destination) =>
                    NormalizedColumnLanes<TVector, TOp>.Forward(
                        ref source.First,
                        ref gamma[0],
                        ref beta[0],
                        ref destination.First,
                        ref statistics[0],
                        ref batch[0],
                        (nuint)x.Groups,
                        (nuint)samples,
                        columns,
                        Epsilon);

                Forward(x, y);
                var expected = new BatchReference(rows, Epsilon);
                expected.AssertForward(gamma, beta, (row, column) => y[row, column], statistics, batch);
                Assert.True(y.IsIntact && Vectors.IsIntact(statistics, 2 * padded) && Vectors.IsIntact(batch, 2 * columns));
                Forward(place, place);
                Assert.Equal(y.Memory, place.Memory);
                Backward<TVector, TOp>(expected, rows, x, gamma, statistics);

                // Any factors do.
                NormalizedColumnLanes<TVector, TOp>.Predict(ref x.First, ref gamma[0], ref beta[0], ref y.First, (nuint)x.Groups, columns);
                for (var i = 0; i < samples * columns; i++)
                {
                    var (sample, column) = (i / columns, i % columns);
                    Assert.Equal(((double)rows[sample, column] * gamma[column]) + beta[column], y[sample, column], 1e-6);
                }
            }
        }

        private static void Backward<TVector, TOp>(BatchReference expected, Matrix rows, LaneBatch x, float[] gamma, float[] statistics)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            var (columns, lanes) = (rows.Columns, x.Lanes);
            var (dGamma, dBeta) = (Vectors.Empty(columns * lanes), Vectors.Empty(columns * lanes));
            void Compute(LaneBatch source, LaneBatch dy, LaneBatch dx) =>
                NormalizedColumnLanes<TVector, TOp>.Backward(
                    ref source.First,
                    ref statistics[0],
                    ref gamma[0],
                    ref dy.First,
                    ref dx.First,
                    ref dGamma[0],
                    ref dBeta[0],
                    (nuint)x.Groups,
                    (nuint)rows.Rows,
                    columns);

            var dyRows = new Matrix(rows.Rows, columns, columns, rows.Rows + 7);
            var dx = new LaneBatch(rows.Rows, columns, lanes);
            Compute(x, new LaneBatch(dyRows, lanes), dx);
            expected.AssertBackward(
                gamma, dyRows, (row, column) => dx[row, column], column => Total(dGamma, column, lanes), column => Total(dBeta, column, lanes));
            dx.AssertAbsentLanesAreZero();
            Assert.True(dx.IsIntact && Vectors.IsIntact(dGamma, columns * lanes) && Vectors.IsIntact(dBeta, columns * lanes));

            // In the place of dy, then of x.
            var (placeOfDy, placeOfX) = (new LaneBatch(dyRows, lanes), new LaneBatch(rows, lanes));
            Compute(x, placeOfDy, placeOfDy);
            Assert.Equal(dx.Memory, placeOfDy.Memory);
            Compute(placeOfX, new LaneBatch(dyRows, lanes), placeOfX);
            Assert.Equal(dx.Memory, placeOfX.Memory);
        }
    }
}

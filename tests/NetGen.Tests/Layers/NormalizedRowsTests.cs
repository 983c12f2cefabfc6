using System.Runtime.CompilerServices;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Layer and root mean square normalization of rows against double precision, in every vector width.</summary>
public sealed class NormalizedRowsTests
{
    private const float Epsilon = 1e-5f;

    [Fact]
    public void LayerNormalization_OfEveryShape() => ((IRowCheck)default(Check<CentredKind>)).RunAll();

    [Fact]
    public void RmsNormalization_OfEveryShape() => ((IRowCheck)default(Check<UncentredKind>)).RunAll();

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(40)]
    public void PublicMethods_TakeRowsOfAnyLength(int columns)
    {
        var x = new Matrix(9, columns, columns, seed: 1);
        var (gamma, beta) = (Vectors.Random(columns, 2), Vectors.Random(columns, 3));
        var (stride, yStride) = ((nuint)columns, (nuint)columns + 3);
        var (y, predicted, statistics) = (new Matrix(9, columns, columns + 3), new Matrix(9, columns, columns + 3), Vectors.Empty(18));
        LayerNormalization.Forward(ref x.First, stride, ref gamma[0], ref beta[0], ref y.First, yStride, ref statistics[0], 9, columns, Epsilon);
        LayerNormalization.Predict(ref x.First, stride, ref gamma[0], ref beta[0], ref predicted.First, yStride, 9, columns, Epsilon);
        Check<CentredKind>.AssertForward(x, gamma, beta, y, statistics);
        Assert.Equal(y.Memory, predicted.Memory);

        RmsNormalization.Forward(ref x.First, stride, ref gamma[0], ref y.First, yStride, ref statistics[0], 9, columns, Epsilon);
        RmsNormalization.Predict(ref x.First, stride, ref gamma[0], ref predicted.First, yStride, 9, columns, Epsilon);
        Check<UncentredKind>.AssertForward(x, gamma, beta, y, statistics);
        Assert.Equal(y.Memory, predicted.Memory);

        var (dy, dx, dxOfRms) = (new Matrix(9, columns, columns, seed: 4), new Matrix(9, columns, columns), new Matrix(9, columns, columns));
        var (dGamma, dBeta) = (Vectors.Empty(columns), Vectors.Empty(columns));
        LayerNormalization.Forward(ref x.First, stride, ref gamma[0], ref beta[0], ref y.First, yStride, ref statistics[0], 9, columns, Epsilon);
        LayerNormalization.Backward(
            ref x.First, stride, ref statistics[0], ref gamma[0], ref dy.First, stride, ref dx.First, stride, ref dGamma[0], ref dBeta[0], 9, columns, false);
        Check<CentredKind>.AssertBackward(x, gamma, dy, dx);
        Check<CentredKind>.AssertParameters(x, dy, null, dGamma, null, dBeta);
        RmsNormalization.Forward(ref x.First, stride, ref gamma[0], ref y.First, yStride, ref statistics[0], 9, columns, Epsilon);
        RmsNormalization.Backward(
            ref x.First, stride, ref statistics[0], ref gamma[0], ref dy.First, stride, ref dxOfRms.First, stride, ref dGamma[0], 9, columns, false);
        Check<UncentredKind>.AssertBackward(x, gamma, dy, dxOfRms);
        Check<UncentredKind>.AssertParameters(x, dy, null, dGamma, null, dBeta);
    }

    [Fact]
    public void LayerNormalization_FarFromZero_KeepsItsPrecision()
    {
        // The mean of the squares less the square of the mean, 9 million, would leave nothing of a variance of 1/3.
        var x = new Matrix(3, 300, 304, seed: 4, offset: 3000);
        var (gamma, beta, y, statistics) = (Vectors.Random(300, 2), Vectors.Random(300, 3), new Matrix(3, 300, 304), Vectors.Empty(6));
        LayerNormalization.Forward(ref x.First, 304, ref gamma[0], ref beta[0], ref y.First, 304, ref statistics[0], 3, 300, Epsilon);
        for (var row = 0; row < 3; row++)
        {
            Assert.Equal(1, statistics[(2 * row) + 1] / new NormalizedSlice(x.Row(row), Epsilon, isCentred: true).Inverse, 1e-6);
        }
    }

    private readonly struct Check<TKind> : IRowCheck
        where TKind : struct, INormalizationKind
    {
        private static int PerRow => TKind.IsCentred ? 2 : 1;

        public void Run<TVector, TOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            foreach (var (rows, columns, stride) in Shapes.From((int)TOp.Lanes))
            {
                var x = new Matrix(rows, columns, stride, rows + columns, offset: 0.5f);
                var (gamma, beta) = (Vectors.Random(columns, 2), TKind.IsCentred ? Vectors.Random(columns, 3) : Vectors.Empty(columns));
                var (y, statistics) = (new Matrix(rows, columns, stride + 16), Vectors.Empty(PerRow * rows));
                Forward<TVector, TOp>(x, gamma, beta, y, ref statistics[0]);
                AssertForward(x, gamma, beta, y, statistics);
                Assert.True(Vectors.IsIntact(statistics, PerRow * rows));

                // In place, and without statistics.
                var place = x.Copy();
                Forward<TVector, TOp>(place, gamma, beta, place, ref Unsafe.NullRef<float>());
                Matrix.AssertSame(y, place);
                Backward<TVector, TOp>(x, gamma, statistics);
            }
        }

        public static void AssertForward(Matrix x, float[] gamma, float[] beta, Matrix y, float[] statistics)
        {
            for (var row = 0; row < x.Rows; row++)
            {
                var expected = new NormalizedSlice(x.Row(row), Epsilon, TKind.IsCentred);
                Assert.Equal(1, statistics[(PerRow * row) + PerRow - 1] / expected.Inverse, 1e-6);
                if (TKind.IsCentred)
                {
                    Assert.Equal(expected.Mean, statistics[2 * row], 1e-6);
                }

                for (var column = 0; column < x.Columns; column++)
                {
                    var value = (gamma[column] * expected.Normalized[column]) + (TKind.IsCentred ? beta[column] : 0);
                    Assert.Equal(value, y[row, column], expected.Tolerance);
                }
            }

            Assert.True(y.IsIntact());
        }

        public static void AssertBackward(Matrix x, float[] gamma, Matrix dy, Matrix dx)
        {
            for (var row = 0; row < x.Rows; row++)
            {
                var slice = new NormalizedSlice(x.Row(row), Epsilon, TKind.IsCentred);
                var (gradient, tolerance) = slice.Gradient([.. dy.Row(row).Select((d, column) => d * gamma[column])]);
                for (var column = 0; column < x.Columns; column++)
                {
                    Assert.Equal(gradient[column], dx[row, column], tolerance);
                }
            }

            Assert.True(dx.IsIntact());
        }

        public static void AssertParameters(Matrix x, Matrix dy, float[]? beforeGamma, float[] dGamma, float[]? beforeBeta, float[] dBeta)
        {
            var slices = Enumerable.Range(0, x.Rows).Select(row => new NormalizedSlice(x.Row(row), Epsilon, TKind.IsCentred)).ToArray();
            for (var column = 0; column < x.Columns; column++)
            {
                var products = slices.Select((slice, row) => slice.Normalized[column] * dy[row, column]).ToArray();
                var tolerance = 1e-6 * (1 + products.Sum(Math.Abs) + slices.Max(static slice => slice.Inverse));
                Assert.Equal((beforeGamma?[column] ?? 0) + products.Sum(), dGamma[column], tolerance);
                if (TKind.IsCentred)
                {
                    Assert.Equal((beforeBeta?[column] ?? 0) + dy.Column(column).Sum(), dBeta[column], 1e-6 * (1 + dy.Column(column).Sum(Math.Abs)));
                }
            }

            Assert.True(Vectors.IsIntact(dGamma, x.Columns));
            Assert.True(!TKind.IsCentred || Vectors.IsIntact(dBeta, x.Columns));
        }

        private static void Forward<TVector, TOp>(Matrix x, float[] gamma, float[] beta, Matrix y, ref float statistics)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> =>
            NormalizedRows<TVector, TOp, TKind>.Forward(
                ref x.First, (nuint)x.Stride, ref gamma[0], ref beta[0], ref y.First, (nuint)y.Stride, ref statistics, (nuint)x.Rows, x.Columns, Epsilon);

        private static void Backward<TVector, TOp>(Matrix x, float[] gamma, float[] statistics)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            void Compute(Matrix source, Matrix dy, Matrix dx, float[] dGamma, float[] dBeta, bool accumulate) =>
                NormalizedRows<TVector, TOp, TKind>.Backward(
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
                    x.Columns,
                    accumulate);

            var dy = new Matrix(x.Rows, x.Columns, x.Stride + 5, x.Rows + 7);
            var (dx, dGamma, dBeta) = (new Matrix(x.Rows, x.Columns, x.Stride + 32), Vectors.Empty(x.Columns), Vectors.Empty(x.Columns));
            Compute(x, dy, dx, dGamma, dBeta, accumulate: false);
            AssertBackward(x, gamma, dy, dx);
            AssertParameters(x, dy, null, dGamma, null, dBeta);

            // Added to what is there, dx in the place of dy; then dx in the place of x.
            var (beforeGamma, beforeBeta) = (Vectors.Random(x.Columns, 5), Vectors.Random(x.Columns, 6));
            var (placeOfDy, placeOfX) = (dy.Copy(), x.Copy());
            (dGamma, dBeta) = ((float[])beforeGamma.Clone(), (float[])beforeBeta.Clone());
            Compute(x, placeOfDy, placeOfDy, dGamma, dBeta, accumulate: true);
            AssertParameters(x, dy, beforeGamma, dGamma, beforeBeta, dBeta);
            Matrix.AssertSame(dx, placeOfDy);
            Compute(placeOfX, dy, placeOfX, dGamma, dBeta, accumulate: false);
            Matrix.AssertSame(dx, placeOfX);
        }
    }
}

using System.Runtime.CompilerServices;
using NetGen.Initialization;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Layer and root mean square normalization where a lane is a sample against double precision, in every vector width.</summary>
public sealed class NormalizedLanesTests
{
    private const float Epsilon = 1e-5f;

    [Fact]
    public void LayerNormalization_OfEveryShape() => ((IWidthCheck)default(Check<CentredKind>)).RunAll();

    [Fact]
    public void RmsNormalization_OfEveryShape() => ((IWidthCheck)default(Check<UncentredKind>)).RunAll();

    [Fact]
    public void PublicMethods_TakeTheWidestVector()
    {
        var rows = new Matrix(19, 6, 6, seed: 1);
        var x = new LaneBatch(rows, LaneBatch.Widest);
        var (gamma, beta, statistics) = (Vectors.Random(6, 2), Vectors.Random(6, 3), Vectors.Empty(2 * 5 * 16));
        var (y, predicted) = (new LaneBatch(19, 6, x.Lanes), new LaneBatch(19, 6, x.Lanes));
        var (dyRows, dx) = (new Matrix(19, 6, 6, seed: 4), new LaneBatch(19, 6, x.Lanes));
        var dy = new LaneBatch(dyRows, x.Lanes);
        var (dGamma, dBeta, groups) = (Vectors.Empty(6 * x.Lanes), Vectors.Empty(6 * x.Lanes), (nuint)x.Groups);
        LayerNormalization.ForwardLanes(ref x.First, ref gamma[0], ref beta[0], ref y.First, ref statistics[0], groups, 6, Epsilon);
        LayerNormalization.PredictLanes(ref x.First, ref gamma[0], ref beta[0], ref predicted.First, groups, 6, Epsilon);
        LayerNormalization.BackwardLanes(
            ref x.First, ref statistics[0], ref gamma[0], ref dy.First, ref dx.First, ref dGamma[0], ref dBeta[0], groups, 19, 6, accumulate: false);
        Check<CentredKind>.AssertForward(rows, gamma, beta, y, statistics);
        Check<CentredKind>.AssertBackward(rows, gamma, dyRows, dx);
        Check<CentredKind>.AssertParameters(rows, dyRows, x.Lanes, null, dGamma, null, dBeta);
        Assert.Equal(y.Memory, predicted.Memory);

        RmsNormalization.ForwardLanes(ref x.First, ref gamma[0], ref y.First, ref statistics[0], groups, 6, Epsilon);
        RmsNormalization.PredictLanes(ref x.First, ref gamma[0], ref predicted.First, groups, 6, Epsilon);
        RmsNormalization.BackwardLanes(
            ref x.First, ref statistics[0], ref gamma[0], ref dy.First, ref dx.First, ref dGamma[0], groups, 19, 6, accumulate: false);
        Check<UncentredKind>.AssertForward(rows, gamma, beta, y, statistics);
        Check<UncentredKind>.AssertBackward(rows, gamma, dyRows, dx);
        Check<UncentredKind>.AssertParameters(rows, dyRows, x.Lanes, null, dGamma, null, dBeta);
        Assert.Equal(y.Memory, predicted.Memory);
    }

    private readonly struct Check<TKind> : IWidthCheck
        where TKind : struct, INormalizationKind
    {
        private static int PerGroup => TKind.IsCentred ? 2 : 1;

        public void Run<TVector, TOp, TBits, TWords, TWordOp, TDoubleOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
            where TWords : struct
            where TWordOp : struct, IWordOperations<TWords>
            where TDoubleOp : struct, IDoubleOperations<TWords>
        {
            var lanes = (int)TOp.Lanes;
            foreach (var (samples, columns, _) in Shapes.All())
            {
                var rows = new Matrix(samples, columns, columns, samples + columns, offset: 0.5f);
                var (x, y, place) = (new LaneBatch(rows, lanes), new LaneBatch(samples, columns, lanes), new LaneBatch(rows, lanes));
                var (gamma, beta) = (Vectors.Random(columns, 2), TKind.IsCentred ? Vectors.Random(columns, 3) : Vectors.Empty(columns));
                var statistics = Vectors.Empty(PerGroup * x.Groups * lanes);
                NormalizedLanes<TVector, TOp, TKind>.Forward(
                    ref x.First, ref gamma[0], ref beta[0], ref y.First, ref statistics[0], (nuint)x.Groups, columns, Epsilon);
                AssertForward(rows, gamma, beta, y, statistics);
                Assert.True(Vectors.IsIntact(statistics, PerGroup * x.Groups * lanes));
                NormalizedLanes<TVector, TOp, TKind>.Forward(
                    ref place.First, ref gamma[0], ref beta[0], ref place.First, ref Unsafe.NullRef<float>(), (nuint)x.Groups, columns, Epsilon);
                Assert.Equal(y.Memory, place.Memory);
                Backward<TVector, TOp>(rows, x, gamma, statistics);
            }
        }

        public static void AssertForward(Matrix x, float[] gamma, float[] beta, LaneBatch y, float[] statistics)
        {
            for (var sample = 0; sample < x.Rows; sample++)
            {
                var expected = new NormalizedSlice(x.Row(sample), Epsilon, TKind.IsCentred);
                var at = (sample / y.Lanes * PerGroup * y.Lanes) + (sample % y.Lanes);
                Assert.Equal(1, statistics[at + ((PerGroup - 1) * y.Lanes)] / expected.Inverse, 1e-6);
                if (TKind.IsCentred)
                {
                    Assert.Equal(expected.Mean, statistics[at], 1e-6);
                }

                for (var column = 0; column < x.Columns; column++)
                {
                    var value = (gamma[column] * expected.Normalized[column]) + (TKind.IsCentred ? beta[column] : 0);
                    Assert.Equal(value, y[sample, column], expected.Tolerance);
                }
            }

            Assert.True(y.IsIntact);
        }

        public static void AssertBackward(Matrix x, float[] gamma, Matrix dy, LaneBatch dx)
        {
            for (var sample = 0; sample < x.Rows; sample++)
            {
                var slice = new NormalizedSlice(x.Row(sample), Epsilon, TKind.IsCentred);
                var (gradient, tolerance) = slice.Gradient([.. dy.Row(sample).Select((d, column) => d * gamma[column])]);
                for (var column = 0; column < x.Columns; column++)
                {
                    Assert.Equal(gradient[column], dx[sample, column], tolerance);
                }
            }

            dx.AssertAbsentLanesAreZero();
            Assert.True(dx.IsIntact);
        }

        public static void AssertParameters(
            Matrix x, Matrix dy, int lanes, float[]? beforeGamma, float[] dGamma, float[]? beforeBeta, float[] dBeta)
        {
            var slices = Enumerable.Range(0, x.Rows).Select(row => new NormalizedSlice(x.Row(row), Epsilon, TKind.IsCentred)).ToArray();
            for (var column = 0; column < x.Columns; column++)
            {
                double Sum(float[]? values) => values is null ? 0 : values.AsSpan(column * lanes, lanes).ToArray().Sum(static value => (double)value);
                var products = slices.Select((slice, row) => slice.Normalized[column] * dy[row, column]).ToArray();
                var tolerance = 1e-6 * (lanes + products.Sum(Math.Abs) + slices.Max(static slice => slice.Inverse));
                Assert.Equal(Sum(beforeGamma) + products.Sum(), Sum(dGamma), tolerance);
                if (TKind.IsCentred)
                {
                    Assert.Equal(Sum(beforeBeta) + dy.Column(column).Sum(), Sum(dBeta), 1e-6 * (lanes + dy.Column(column).Sum(Math.Abs)));
                }
            }

            Assert.True(Vectors.IsIntact(dGamma, x.Columns * lanes));
        }

        private static void Backward<TVector, TOp>(Matrix rows, LaneBatch x, float[] gamma, float[] statistics)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            var (columns, lanes) = (rows.Columns, x.Lanes);
            void Compute(LaneBatch source, LaneBatch dy, LaneBatch dx, float[] dGamma, float[] dBeta, bool accumulate) =>
                NormalizedLanes<TVector, TOp, TKind>.Backward(
                    ref source.First,
                    ref statistics[0],
                    ref gamma[0],
                    ref dy.First,
                    ref dx.First,
                    ref dGamma[0],
                    ref dBeta[0],
                    (nuint)x.Groups,
                    (nuint)rows.Rows,
                    columns,
                    accumulate);

            var dyRows = new Matrix(rows.Rows, columns, columns, rows.Rows + 7);
            var dx = new LaneBatch(rows.Rows, columns, lanes);
            var (dGamma, dBeta) = (Vectors.Empty(columns * lanes), Vectors.Empty(columns * lanes));
            Compute(x, new LaneBatch(dyRows, lanes), dx, dGamma, dBeta, accumulate: false);
            AssertBackward(rows, gamma, dyRows, dx);
            AssertParameters(rows, dyRows, lanes, null, dGamma, null, dBeta);

            // Added to what is there, dx in the place of dy; then dx in the place of x.
            var (beforeGamma, beforeBeta) = (Vectors.Random(columns * lanes, 5), Vectors.Random(columns * lanes, 6));
            (dGamma, dBeta) = ((float[])beforeGamma.Clone(), (float[])beforeBeta.Clone());
            var (placeOfDy, placeOfX) = (new LaneBatch(dyRows, lanes), new LaneBatch(rows, lanes));
            Compute(x, placeOfDy, placeOfDy, dGamma, dBeta, accumulate: true);
            AssertParameters(rows, dyRows, lanes, beforeGamma, dGamma, beforeBeta, dBeta);
            Assert.Equal(dx.Memory, placeOfDy.Memory);
            Compute(placeOfX, new LaneBatch(dyRows, lanes), placeOfX, dGamma, dBeta, accumulate: false);
            Assert.Equal(dx.Memory, placeOfX.Memory);
        }
    }
}

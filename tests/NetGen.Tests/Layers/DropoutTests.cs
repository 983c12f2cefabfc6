using NetGen.Initialization;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Dropout by rows and by lanes: the masks are those of the scalar definition, bit for bit, in every form and vector width.</summary>
public sealed class DropoutTests
{
    private static readonly StepContext s_step = new(0x0123_4567_89AB_CDEF, 0x12_3456_789A, 5);

    [Fact]
    public void Rows_OfEveryShape() => ((IWidthCheck)default(RowsCheck)).RunAll();

    [Fact]
    public void Lanes_OfEveryShape() => ((IWidthCheck)default(LanesCheck)).RunAll();

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void ShareOfDroppedValues_IsTheRate(double rate)
    {
        const int Samples = 500;
        const int Columns = 300;
        var (kept, _) = Masks(s_step, 3, Samples, Columns, rate);
        var (count, total) = (kept.Count(static keep => !keep), Samples * Columns);

        // Five standard deviations of the binomial distribution.
        Assert.Equal(rate * total, count, 0.5 + (5 * Math.Sqrt(total * rate * (1 - rate))));
    }

    [Fact]
    public void Masks_OfASplitBatch_AreThoseOfTheWhole()
    {
        var (whole, _) = Masks(s_step, 3, 20, 41, 0.3);
        var (first, _) = Masks(s_step, 3, 13, 41, 0.3);
        var (second, _) = Masks(s_step with { FirstSample = s_step.FirstSample + 13 }, 3, 7, 41, 0.3);
        var (third, _) = Masks(s_step, 3, 7, 41, 0.3, firstSample: 13);
        Assert.Equal(whole, (bool[])[.. first, .. second]);
        Assert.Equal(second, third);
    }

    [Fact]
    public void Masks_OfOtherSeedsStepsLayersAndSamples_AreOthers()
    {
        StepContext[] steps =
        [
            s_step,
            s_step with { Seed = s_step.Seed + 1 },
            s_step with { Seed = s_step.Seed + (1ul << 40) },
            s_step with { Step = s_step.Step + 1 },
            s_step with { Step = s_step.Step + (1L << 33) },
            s_step with { FirstSample = s_step.FirstSample + 100 },
        ];
        var masks = steps.Select(step => Masks(step, 3, 4, 100, 0.5).Kept).Append(Masks(s_step, 4, 4, 100, 0.5).Kept).ToArray();
        for (var i = 0; i < masks.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Of 400 independent pairs half agree, within five standard deviations.
                Assert.InRange(masks[i].Zip(masks[j]).Count(static pair => pair.First == pair.Second), 150, 250);
            }
        }
    }

    [Fact]
    public void PublicMethods_OfBothForms_KeepTheSameValues()
    {
        const int Columns = 41;
        var (kept, dx) = Masks(s_step, 3, 19, Columns, 0.3);
        var x = new LaneBatch(new Matrix(19, Columns, Columns, seed: 1), LaneBatch.Widest);
        var (y, dxLanes, mask) = (new LaneBatch(19, Columns, x.Lanes), new LaneBatch(19, Columns, x.Lanes), new float[x.Groups * Columns]);
        Dropout.ForwardLanes(s_step, 3, 0, 19, (nuint)x.Groups, Columns, 0.3, 1, 0, 0, ref x.First, ref y.First, ref mask[0]);
        Dropout.BackwardLanes(ref x.First, ref mask[0], ref dxLanes.First, (nuint)x.Groups, Columns, 2);
        for (var i = 0; i < kept.Length; i++)
        {
            var (sample, column) = (i / Columns, i % Columns);
            Assert.Equal(kept[i] ? x[sample, column] : 0, y[sample, column]);
            Assert.Equal(dx[sample, column], dxLanes[sample, column]);
        }
    }

    // What the public methods keep of rows; dx for a scale of 2 and values of seed 1.
    private static (bool[] Kept, Matrix Dx) Masks(StepContext step, int layer, int samples, int columns, double rate, nuint firstSample = 0)
    {
        var stride = (columns + 15) / 16 * 16;
        var (x, y, dx) = (new Matrix(samples, columns, stride, seed: 1), new Matrix(samples, columns, stride), new Matrix(samples, columns, stride));
        var mask = new float[(samples * stride / 32) + 1];
        Dropout.Forward(
            step, layer, firstSample, (nuint)samples, 1, columns, (nuint)stride, (nuint)stride, rate, 1, 0, 100, ref x.First, ref y.First, ref mask[0]);
        Dropout.Backward(ref x.First, ref mask[0], ref dx.First, (nuint)samples, (nuint)stride, 2);
        return ([.. Enumerable.Range(0, samples * columns).Select(i => y[i / columns, i % columns] != 100)], dx);
    }

    private readonly struct RowsCheck : IWidthCheck
    {
        public void Run<TVector, TOp, TBits, TWords, TWordOp, TDoubleOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
            where TWords : struct
            where TWordOp : struct, IWordOperations<TWords>
            where TDoubleOp : struct, IDoubleOperations<TWords>
        {
            foreach (var (count, columns, stride) in Shapes.All())
            {
                var samples = Math.Min(count, 40);
                Rows<TVector, TOp, TBits, TWords, TWordOp>(samples, 1, columns, stride, 0.3);
                Rows<TVector, TOp, TBits, TWords, TWordOp>(samples, 1 + (columns % 5), columns, stride, 0.7);
            }

            // More blocks per sample than a buffer of bits holds, in rows that share none of its borders.
            Rows<TVector, TOp, TBits, TWords, TWordOp>(2, 3, 6001, 6016, 0.2);
            Rows<TVector, TOp, TBits, TWords, TWordOp>(1, 1000, 17, 32, 0.2);
            Rows<TVector, TOp, TBits, TWords, TWordOp>(3, 1, 8192, 8192, 0.2);
            Rows<TVector, TOp, TBits, TWords, TWordOp>(5, 2, 33, 33, 0);
            Rows<TVector, TOp, TBits, TWords, TWordOp>(5, 2, 33, 48, 1);
        }

        private static void Rows<TVector, TOp, TBits, TWords, TWordOp>(int samples, int positions, int columns, int stride, double rate)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
            where TWords : struct
            where TWordOp : struct, IWordOperations<TWords>
        {
            var (rows, padded) = (samples * positions, (columns + 15) / 16 * 16);
            var yStride = Math.Max(padded, stride / 16 * 16);
            var (x, y) = (new Matrix(rows, columns, stride, rows), new Matrix(rows, columns, yStride));
            var mask = Enumerable.Repeat((ushort)0xBEEF, (rows * yStride / 16) + 8).ToArray();
            void Compute(Matrix source, Matrix destination) =>
                DroppedRows<TVector, TOp, TBits, TWords, TWordOp>.Forward(
                    new DrawKey(s_step, 3, 2),
                    (nuint)samples,
                    (uint)positions,
                    columns,
                    (nuint)source.Stride,
                    (nuint)yStride,
                    (uint)Math.Round(rate * 65536),
                    1.25f,
                    0.5f,
                    -3,
                    ref source.First,
                    ref destination.First,
                    ref mask[0]);

            Compute(x, y);
            Assert.True(y.IsIntact(padded));
            Assert.All(mask[(rows * yStride / 16)..], static word => Assert.Equal(0xBEEF, word));
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < yStride; column++)
                {
                    var bit = (mask[(row * yStride / 16) + (column / 16)] >> (column % 16)) & 1;
                    if (column >= columns)
                    {
                        Assert.Equal(0, bit);
                        continue;
                    }

                    var keeps = DrawReference.Keeps(s_step, 3, 2 + (row / positions), (row % positions * columns) + column, positions * columns, rate);
                    Assert.Equal(keeps ? 1 : 0, bit);
                    Assert.Equal(keeps ? (x[row, column] * 1.25f) + 0.5f : -3, y[row, column]);
                }
            }

            if (stride == yStride)
            {
                var place = x.Copy();
                Compute(place, place);
                Assert.Equal(y.Memory, place.Memory);
            }

            Backward<TVector, TOp, TBits>(y, mask);
        }

        private static void Backward<TVector, TOp, TBits>(Matrix dy, ushort[] mask)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
        {
            var (length, dx, place) = (dy.Rows * dy.Stride, new Matrix(dy.Rows, dy.Columns, dy.Stride), dy.Copy());
            MaskedRows<TVector, TOp, TBits>.Backward(ref dy.First, ref mask[0], ref dx.First, (nuint)length, 1.25f);
            MaskedRows<TVector, TOp, TBits>.Backward(ref place.First, ref mask[0], ref place.First, (nuint)length, 1.25f);
            Assert.Equal(dx.Memory, place.Memory);
            for (var i = 0; i < length; i++)
            {
                // 0 also behind the columns, where dy is NaN.
                Assert.Equal(((mask[i / 16] >> (i % 16)) & 1) != 0 ? dy.Memory[i] * 1.25f : 0, dx.Memory[i]);
            }

            Assert.True(dx.IsIntact(dy.Stride));
        }
    }

    private readonly struct LanesCheck : IWidthCheck
    {
        public void Run<TVector, TOp, TBits, TWords, TWordOp, TDoubleOp>()
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
            where TBits : struct, ILaneBits<TVector>
            where TWords : struct
            where TWordOp : struct, IWordOperations<TWords>
            where TDoubleOp : struct, IDoubleOperations<TWords>
        {
            var lanes = (int)TOp.Lanes;
            foreach (var (count, size, _) in Shapes.All())
            {
                var samples = Math.Min(count, 40);
                var rows = new Matrix(samples, size, size, samples);
                var (x, y, place) = (new LaneBatch(rows, lanes), new LaneBatch(samples, size, lanes), new LaneBatch(rows, lanes));
                var words = x.Groups * size;
                var mask = Enumerable.Repeat((ushort)0xBEEF, words + 8).ToArray();
                void Compute(LaneBatch source, LaneBatch destination) =>
                    DroppedRows<TVector, TOp, TBits, TWords, TWordOp>.ForwardLanes(
                        new DrawKey(s_step, 3, 2),
                        (nuint)x.Groups,
                        (nuint)size,
                        (uint)Math.Round(0.3 * 65536),
                        1.25f,
                        0.5f,
                        -3,
                        ref source.First,
                        ref destination.First,
                        ref mask[0]);

                Compute(x, y);
                for (var i = 0; i < samples * size; i++)
                {
                    var (sample, element) = (i / size, i % size);
                    var keeps = DrawReference.Keeps(s_step, 3, 2 + sample, element, size, 0.3);
                    Assert.Equal(keeps ? 1 : 0, (mask[(sample / lanes * size) + element] >> (sample % lanes)) & 1);
                    Assert.Equal(keeps ? (x[sample, element] * 1.25f) + 0.5f : -3, y[sample, element]);
                }

                Assert.True(y.IsIntact);
                Assert.All(mask[words..], static word => Assert.Equal(0xBEEF, word));
                Compute(place, place);
                Assert.Equal(y.Memory, place.Memory);

                var dx = new LaneBatch(samples, size, lanes);
                MaskedRows<TVector, TOp, TBits>.BackwardLanes(ref x.First, ref mask[0], ref dx.First, (nuint)words, 1.25f);
                for (var i = 0; i < words * lanes; i++)
                {
                    Assert.Equal(((mask[i / lanes] >> (i % lanes)) & 1) != 0 ? x.Memory[i] * 1.25f : 0, dx.Memory[i]);
                }

                Assert.True(dx.IsIntact);
            }
        }
    }
}

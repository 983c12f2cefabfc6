using NetGen.Initialization;
using NetGen.LayerKernels;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Gaussian noise by rows and by lanes: that of the scalar definition, bit for bit, in every form and vector width.</summary>
public sealed class GaussianNoiseTests
{
    private const float Deviation = 0.25f;

    private static readonly StepContext s_step = new(0x0123_4567_89AB_CDEF, 0x12_3456_789A, 5);

    [Fact]
    public void Rows_OfEveryShape() => ((IWidthCheck)default(RowsCheck)).RunAll();

    [Fact]
    public void Lanes_OfEveryShape() => ((IWidthCheck)default(LanesCheck)).RunAll();

    [Fact]
    public void PublicMethods_OfBothForms_AddTheSameNoise()
    {
        var rows = new Matrix(19, 41, 41, seed: 1);
        var (x, y) = (new LaneBatch(rows, LaneBatch.Widest), new LaneBatch(19, 41, LaneBatch.Widest));
        GaussianNoise.AddLanes(s_step, 3, 2, 19, (nuint)x.Groups, 41, Deviation, ref x.First, ref y.First);
        var (whole, part) = (new Matrix(19, 41, 48), new Matrix(7, 41, 48));
        GaussianNoise.Add(s_step, 3, 2, 19, 1, 41, 41, 48, Deviation, ref rows.First, ref whole.First);

        // The last seven samples alone, by either way to say where they begin.
        ref var rest = ref rows.Memory[12 * 41];
        GaussianNoise.Add(s_step, 3, 14, 7, 1, 41, 41, 48, Deviation, ref rest, ref part.First);
        Assert.Equal(whole.Row(12), part.Row(0));
        GaussianNoise.Add(s_step with { FirstSample = s_step.FirstSample + 12 }, 3, 2, 7, 1, 41, 41, 48, Deviation, ref rest, ref part.First);
        for (var i = 0; i < 19 * 41; i++)
        {
            var (sample, column) = (i / 41, i % 41);
            Assert.Equal(whole[sample, column], y[sample, column]);
            Assert.True(sample < 12 || whole[sample, column] == part[sample - 12, column]);
        }
    }

    [Fact]
    public void Noise_HasTheDeviation()
    {
        var (x, y) = (new float[300_000], new float[300_000]);
        GaussianNoise.Add(s_step, 3, 0, 1000, 1, 300, 300, 300, Deviation, ref x[0], ref y[0]);

        // Five standard deviations of the mean, and of the standard deviation.
        var mean = y.Average(static value => (double)value);
        Assert.Equal(0, mean, 5 * Deviation / Math.Sqrt(y.Length));
        Assert.Equal(Deviation, Math.Sqrt(y.Sum(value => (value - mean) * (value - mean)) / y.Length), 5 * Deviation / Math.Sqrt(2.0 * y.Length));
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
            foreach (var (count, columns, stride) in Shapes.All().Where(static shape => shape.Rows < 41))
            {
                var (samples, positions) = (count, 1 + (columns % 3));
                var x = new Matrix(samples * positions, columns, stride, count);
                var (y, place) = (new Matrix(x.Rows, columns, stride + 3), x.Copy());
                void Compute(Matrix source, Matrix destination) =>
                    NoisyRows<TVector, TOp, TWords, TWordOp, TDoubleOp>.Add(
                        new DrawKey(s_step, 3, 2),
                        (nuint)samples,
                        (uint)positions,
                        (uint)columns,
                        (nuint)source.Stride,
                        (nuint)destination.Stride,
                        Deviation,
                        ref source.First,
                        ref destination.First);

                Compute(x, y);
                Compute(place, place);
                Matrix.AssertSame(y, place);
                Assert.True(y.IsIntact());
                for (var row = 0; row < x.Rows; row++)
                {
                    for (var column = 0; column < columns; column++)
                    {
                        var element = (row % positions * columns) + column;
                        var noise = DrawReference.Noise(s_step, 3, 2 + (row / positions), element, positions * columns);
                        Assert.Equal(x[row, column] + (noise * Deviation), y[row, column]);
                    }
                }
            }
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
            foreach (var (samples, size, _) in Shapes.All().Where(static shape => shape.Rows < 41))
            {
                var rows = new Matrix(samples, size, size, samples);
                var (x, place) = (new LaneBatch(rows, (int)TOp.Lanes), new LaneBatch(rows, (int)TOp.Lanes));
                var y = new LaneBatch(samples, size, (int)TOp.Lanes);
                void Compute(LaneBatch source, LaneBatch destination) =>
                    NoisyRows<TVector, TOp, TWords, TWordOp, TDoubleOp>.AddLanes(
                        new DrawKey(s_step, 3, 2), (nuint)x.Groups, (nuint)size, Deviation, ref source.First, ref destination.First);

                Compute(x, y);
                Compute(place, place);
                Assert.Equal(y.Memory, place.Memory);
                Assert.True(y.IsIntact);
                for (var i = 0; i < samples * size; i++)
                {
                    var (sample, element) = (i / size, i % size);
                    var noise = DrawReference.Noise(s_step, 3, 2 + sample, element, size);
                    Assert.Equal(rows[sample, element] + (noise * Deviation), y[sample, element]);
                }
            }
        }
    }
}

using System.Runtime.Intrinsics;
using CsCheck;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Kernels over rows and lanes against loops, for all small shapes; NaN stands wherever nothing may be written or matter.</summary>
public sealed class KernelTests
{
    private const float Untouched = 12345.678f;

    private static readonly Gen<(int Rows, int Columns, int Gap, int OtherGap)> s_shapes =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 150], Gen.Int[0, 17], Gen.Int[0, 17]);

    [Fact]
    public void CopyRowsCopiesExactlyTheColumns() => s_shapes.Sample(
        shape =>
        {
            var (source, destination) = Matrices(shape);
            RowKernels.CopyRows(ref source[0], (nuint)(shape.Columns + shape.Gap), ref destination[0], (nuint)(shape.Columns + shape.OtherGap), shape.Rows, shape.Columns);
            AssertMatrix(shape, destination, (row, column) => source[(row * (shape.Columns + shape.Gap)) + column]);
        },
        iter: 300);

    [Fact]
    public void ScaleRowsRoundsOnce() => s_shapes.Sample(
        shape =>
        {
            var (source, destination) = Matrices(shape);
            RowKernels.ScaleRows(
                ref source[0], (nuint)(shape.Columns + shape.Gap), ref destination[0], (nuint)(shape.Columns + shape.OtherGap), shape.Rows, shape.Columns, 0.3f, 0.7f);
            AssertMatrix(shape, destination, (row, column) => float.FusedMultiplyAdd(source[(row * (shape.Columns + shape.Gap)) + column], 0.3f, 0.7f));
        },
        iter: 300);

    [Fact]
    public void ScaleRowsWorksInPlace()
    {
        var values = Floats.Random(3 * 37, 1);
        float[] expected = [.. values.Select(value => float.FusedMultiplyAdd(value, 2, -1))];
        RowKernels.ScaleRows(ref values[0], 37, ref values[0], 37, 3, 37, 2, -1);
        Assert.Equal(expected, values);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SumRowsSumsEachColumn(bool accumulate) => Gen.Select(Gen.Int[0, 300], Gen.Int[1, 150], Gen.Int[0, 17]).Sample(
        (rows, columns, gap) =>
        {
            var stride = columns + gap;
            var source = Poison(Floats.Random(((rows + 1) * stride) + 1, rows), rows + 1, columns, stride);
            var destination = Enumerable.Repeat(Untouched, columns + 20).ToArray();
            Floats.Random(columns, 3).CopyTo(destination, 0);
            float[] before = [.. destination];
            RowKernels.SumRows(ref source[0], (nuint)stride, rows, columns, ref destination[0], accumulate);
            for (var column = 0; column < columns; column++)
            {
                var sum = accumulate ? (double)before[column] : 0;
                for (var row = 0; row < rows; row++)
                {
                    sum += source[(row * stride) + column];
                }

                Assert.Equal(sum, destination[column], 2e-5);
            }

            Assert.All(destination[columns..], static value => Assert.Equal(Untouched, value));
        },
        iter: 200);

    [Fact]
    public void SumRowsKeepsLongSumsPrecise()
    {
        // One float added 100,000 times: a plain running sum is off by more than 1e-4 of the result.
        const int Rows = 100_000;
        var source = Enumerable.Repeat(0.1f, Rows).ToArray();
        var sum = 0f;
        RowKernels.SumRows(ref source[0], 1, Rows, 1, ref sum, accumulate: false);
        Assert.Equal(Rows * (double)0.1f, sum, Rows * 0.1 * 1e-5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(61)]
    public void SumRowsGivesAColumnTheSameBitsWhereverItStands(int rows)
    {
        // The same numbers in all columns, of which the first stand in wide vectors and the last alone.
        const int Columns = 16 + 8 + 4 + 3;
        var values = Floats.Random(rows + 1, 5);
        float[] source = [.. Enumerable.Range(0, (rows + 1) * Columns).Select(i => values[i / Columns])];
        var sums = new float[Columns];
        RowKernels.SumRows(ref source[0], Columns, rows, Columns, ref sums[0], accumulate: false);
        Assert.Equal(values.Take(rows).Sum(static value => (double)value), sums[0], 1e-5);
        Assert.All(sums, sum => Assert.Equal(BitConverter.SingleToInt32Bits(sums[0]), BitConverter.SingleToInt32Bits(sum)));
    }

    [Theory]
    [InlineData(16, 4, 256)]
    [InlineData(40, 31, 256)]
    [InlineData(250, 70, 256)]
    [InlineData(300, 19, 512)]
    public void TransposeTurnsIntoStridesThatShareCacheLines(int rows, int columns, int stride)
    {
        var source = Floats.Random(rows * columns, rows);
        var destination = Enumerable.Repeat(Untouched, columns * stride).ToArray();
        RowKernels.Transpose(ref source[0], (nuint)columns, rows, columns, ref destination[0], (nuint)stride);
        for (var i = 0; i < destination.Length; i++)
        {
            Assert.Equal(i % stride < rows ? source[(i % stride * columns) + (i / stride)] : Untouched, destination[i]);
        }
    }

    [Fact]
    public void TransposeTurnsEveryShape() => Gen.Select(Gen.Int[1, 70], Gen.OneOf(Gen.Int[1, 70], Gen.Int[250, 300]), Gen.Int[0, 9], Gen.Int[0, 9]).Sample(
        (rows, columns, gap, otherGap) =>
        {
            var source = Floats.Random(rows * (columns + gap), rows + columns);
            var destination = Enumerable.Repeat(Untouched, columns * (rows + otherGap)).ToArray();
            RowKernels.Transpose(ref source[0], (nuint)(columns + gap), rows, columns, ref destination[0], (nuint)(rows + otherGap));
            for (var column = 0; column < columns; column++)
            {
                for (var row = 0; row < rows + otherGap; row++)
                {
                    var expected = row < rows ? source[(row * (columns + gap)) + column] : Untouched;
                    Assert.Equal(expected, destination[(column * (rows + otherGap)) + row]);
                }
            }
        },
        iter: 200);

    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    public void GatherAndScatterAreInverse(int lanes) => Gen.Select(Gen.Int[1, 3 * lanes], Gen.Int[1, 40]).Sample(
        (samples, columns) =>
        {
            var rows = Floats.Random((samples * columns) + 20, columns);
            rows.AsSpan(samples * columns).Fill(float.NaN);
            var groups = (samples + lanes - 1) / lanes;
            var gathered = Enumerable.Repeat(Untouched, (groups * columns * lanes) + 20).ToArray();
            LaneKernels.Gather(ref rows[0], samples, columns, ref gathered[0], lanes);
            for (var sample = 0; sample < groups * lanes; sample++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var expected = sample < samples ? rows[(sample * columns) + column] : 0;
                    Assert.Equal(expected, gathered[(((sample / lanes * columns) + column) * lanes) + (sample % lanes)]);
                }
            }

            Assert.All(gathered[(groups * columns * lanes)..], static value => Assert.Equal(Untouched, value));

            var scattered = Enumerable.Repeat(Untouched, (samples * columns) + 20).ToArray();
            LaneKernels.Scatter(ref gathered[0], lanes, ref scattered[0], samples, columns);
            for (var i = 0; i < scattered.Length; i++)
            {
                Assert.Equal(i < samples * columns ? rows[i] : Untouched, scattered[i]);
            }
        },
        iter: 300);

    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    public void ReduceAddsTheLanesInOneOrder(int lanes) => Gen.Select(Gen.Int[1, 60], Gen.Bool).Sample(
        (count, accumulate) =>
        {
            var accumulators = Floats.Random(count * lanes, count);
            var destination = Enumerable.Repeat(Untouched, count + 20).ToArray();
            Floats.Random(count, 5).CopyTo(destination, 0);
            float[] before = [.. destination];
            LaneKernels.Reduce(ref accumulators[0], lanes, count, ref destination[0], accumulate);
            for (var i = 0; i < count; i++)
            {
                // Bit for bit: the order is the same for every count and machine.
                var folded = accumulators.AsSpan(i * lanes, lanes).ToArray();
                while (folded.Length > 4)
                {
                    var half = folded.Length / 2;
                    folded = [.. Enumerable.Range(0, half).Select(k => folded[k] + folded[k + half])];
                }

                var sum = (folded[0] + folded[2]) + (folded[1] + folded[3]);
                Assert.Equal(accumulate ? sum + before[i] : sum, destination[i]);
            }

            Assert.All(destination[count..], static value => Assert.Equal(Untouched, value));
        },
        iter: 200);

    [Fact]
    public void MasksSetTheFirstLanes()
    {
        for (var count = 0; count <= 16; count++)
        {
            for (var lane = 0; lane < 16; lane++)
            {
                var expected = lane < count ? -1 : 0;
                Assert.Equal(expected, LaneKernels.Mask512(count).AsInt32()[lane]);
                Assert.True(lane >= 8 || LaneKernels.Mask256(count).AsInt32()[lane] == expected);
                Assert.True(lane >= 4 || LaneKernels.Mask128(count).AsInt32()[lane] == expected);
            }
        }
    }

    [Fact]
    public void TailsLoadAndStoreExactlyTheirCount()
    {
        var source = Enumerable.Range(1, 16).Select(i => (float)i).ToArray();
        for (var count = 1; count < 16; count++)
        {
            // NaN behind the end would show in a lane that should be 0.
            float[] poisoned = [.. source.Select((value, i) => i < count ? value : float.NaN)];
            var expected = source.Select((value, i) => i < count ? value : 0).ToArray();
            AssertTail(poisoned, expected, count);
        }
    }

#pragma warning disable CA1857 // All counts are tried in a loop; emitted code passes constants.
    private static void AssertTail(float[] poisoned, float[] expected, int count)
    {
        var source = Vector512.Create(1f, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        var loaded = VectorTail.Load512(ref poisoned[0], count);
        Assert.Equal(Vector512.Create(expected), loaded);
        AssertStored(count, (ref float destination) => VectorTail.Store(source, ref destination, count));
        if (count < 8)
        {
            Assert.Equal(Vector256.Create(expected), VectorTail.Load256(ref poisoned[0], count));
            AssertStored(count, (ref float destination) => VectorTail.Store(source.GetLower(), ref destination, count));
        }

        if (count < 4)
        {
            Assert.Equal(Vector128.Create(expected), VectorTail.Load128(ref poisoned[0], count));
            AssertStored(count, (ref float destination) => VectorTail.Store(source.GetLower().GetLower(), ref destination, count));
        }
    }
#pragma warning restore CA1857

    private delegate void StoreTo(ref float destination);

    private static void AssertStored(int count, StoreTo store)
    {
        var destination = Enumerable.Repeat(Untouched, 20).ToArray();
        store(ref destination[0]);
        for (var i = 0; i < destination.Length; i++)
        {
            Assert.Equal(i < count ? i + 1 : Untouched, destination[i]);
        }
    }

    private static (float[] Source, float[] Destination) Matrices((int Rows, int Columns, int Gap, int OtherGap) shape)
    {
        var stride = shape.Columns + shape.Gap;
        var source = Poison(Floats.Random(shape.Rows * stride, shape.Rows), shape.Rows, shape.Columns, stride);
        return (source, Enumerable.Repeat(Untouched, (shape.Rows * (shape.Columns + shape.OtherGap)) + 20).ToArray());
    }

    private static float[] Poison(float[] matrix, int rows, int columns, int stride)
    {
        for (var i = 0; i < matrix.Length; i++)
        {
            if (i % stride >= columns || i / stride >= rows)
            {
                matrix[i] = float.NaN;
            }
        }

        return matrix;
    }

    private static void AssertMatrix((int Rows, int Columns, int Gap, int OtherGap) shape, float[] destination, Func<int, int, float> expected)
    {
        var stride = shape.Columns + shape.OtherGap;
        for (var i = 0; i < destination.Length; i++)
        {
            var (row, column) = (i / stride, i % stride);
            Assert.Equal(row < shape.Rows && column < shape.Columns ? expected(row, column) : Untouched, destination[i]);
        }
    }
}

using CsCheck;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Copies in the order of register tiles, against loops.</summary>
public sealed class PanelsTests
{
    private const float Untouched = 12345.678f;

    // What whole vectors may overshoot by.
    private const int Reach = 16;

    [Fact]
    public void CopyTakesTheColumnsOfEachRow() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int[0, 70]).Sample(
        static (rows, quarters, gap) =>
        {
            var (width, stride) = (4 * quarters, (4 * quarters) + gap);
            var source = Floats.Random(((rows - 1) * stride) + width, rows);
            var destination = Enumerable.Repeat(Untouched, (rows * width) + Reach).ToArray();
            Panels.Copy(ref source[0], (nuint)stride, (nuint)rows, (nuint)width, ref destination[0]);
            var expected = Enumerable.Range(0, rows).SelectMany(row => source.Skip(row * stride).Take(width));
            Assert.Equal(expected.Concat(Enumerable.Repeat(Untouched, Reach)), destination);
        },
        iter: 300);

    [Fact]
    public void GatherCutsTheColumnsIntoPanels() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 50], Gen.Int[1, 12], Gen.Int[0, 17]).Sample(
        static (rows, columns, width, gap) =>
        {
            var stride = columns + gap;
            var source = Floats.Random(((rows - 1) * stride) + columns, columns);
            var panels = (columns + width - 1) / width;
            var length = panels * width * rows;
            var destination = Enumerable.Repeat(Untouched, length + (2 * Reach)).ToArray();
            Panels.Gather(ref source[0], (nuint)stride, (nuint)rows, (nuint)columns, (nuint)width, ref destination[0]);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    Assert.Equal(source[(row * stride) + column], destination[(column / width * width * rows) + (row * width) + (column % width)]);
                }
            }

            Assert.All(destination[(length + Reach)..], static value => Assert.Equal(Untouched, value));
        },
        iter: 500);
}

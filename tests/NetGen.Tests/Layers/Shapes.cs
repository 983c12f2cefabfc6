namespace NetGen.Tests.Layers;

/// <summary>The shapes that kernels are tried on.</summary>
internal static class Shapes
{
    private const int LaneWidth = 16;

    /// <summary>Those of <see cref="All"/> with at least so many columns.</summary>
    public static IEnumerable<(int Rows, int Columns, int Stride)> From(int columns) => All().Where(shape => shape.Columns >= columns);

    /// <summary>
    /// All small numbers of columns and some larger ones, each with a few numbers of rows (every seventh also with many), padded or unpadded.
    /// </summary>
    public static IEnumerable<(int Rows, int Columns, int Stride)> All()
    {
        var random = new Random(1);
        foreach (var columns in Enumerable.Range(1, 70).Concat([127, 128, 300, 513]))
        {
            var many = columns % 7 == 6 || columns is 127 or 300 ? random.Next(256, 301) : random.Next(1, 41);
            foreach (var rows in new[] { random.Next(1, 8), random.Next(8, 41), many })
            {
                var padded = (columns + LaneWidth - 1) / LaneWidth * LaneWidth;
                yield return (rows, columns, (rows % 3) switch { 0 => columns, 1 => padded, _ => padded + LaneWidth });
            }
        }
    }
}

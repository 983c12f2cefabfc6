namespace NetGen.Generators.Emit.Lanes;

/// <summary>Tiles of one size, one after the other: written once, in a loop where there are several.</summary>
/// <param name="First">Where the first one starts.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Size">The size of each.</param>
internal readonly record struct LaneRun(int First, int Count, int Size)
{
    /// <summary>Where the last one ends.</summary>
    public int End => First + (Count * Size);

    /// <summary>As few tiles as possible, whose sizes differ by one at most.</summary>
    public static List<LaneRun> Cut(int length, int most)
    {
        var tiles = (length + most - 1) / most;
        var (size, larger) = (length / tiles, length % tiles);
        var runs = new List<LaneRun>();
        if (larger > 0)
        {
            runs.Add(new LaneRun(0, larger, size + 1));
        }

        runs.Add(new LaneRun(larger * (size + 1), tiles - larger, size));
        return runs;
    }

    /// <summary>Writes tiles one run after the other: a loop around the tile of each, or a block where it is one tile among others.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="variable">The loops' variable.</param>
    /// <param name="tile">Writes a tile of a run, given where it starts: the variable, or the number where there is one.</param>
    /// <param name="isAlone">Whether nothing else is written beside them.</param>
    public static void Write(CodeWriter writer, IReadOnlyList<LaneRun> runs, string variable, Action<LaneRun, string> tile, bool isAlone = true)
    {
        foreach (var run in runs)
        {
            if (isAlone && runs.Count == 1 && run.Count == 1)
            {
                tile(run, Literal.Of(run.First));
                continue;
            }

            var (first, size) = (Literal.Of(run.First), Literal.Of(run.Size));
            using (writer.Open(run.Count == 1 ? "" : $"for (nuint {variable} = {first}; {variable} < {Literal.Of(run.End)}; {variable} += {size})"))
            {
                tile(run, run.Count == 1 ? first : variable);
            }
        }
    }
}

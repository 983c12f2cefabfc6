namespace NetGen.Generators.Emit.Lanes;

/// <summary>Tiles of one size, one after the other: written once, in a loop where there are several.</summary>
/// <param name="First">Where the first one starts.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Size">The size of each.</param>
internal readonly record struct LaneRun(int First, int Count, int Size)
{
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

    /// <summary>A number or the name of a variable times a factor.</summary>
    public static string Times(string index, int factor) =>
        int.TryParse(index, out var number) ? Literal.Of((long)number * factor) : factor == 1 ? index : $"({index} * {Literal.Of(factor)})";

    /// <summary>The loop around the body, which is given where a tile starts: the variable, or the number where there is one tile.</summary>
    public void Loop(CodeWriter writer, string variable, Action<string> body)
    {
        if (Count == 1)
        {
            using (writer.Open())
            {
                body(Literal.Of(First));
            }

            return;
        }

        using (writer.Open($"for (nuint {variable} = {Literal.Of(First)}; {variable} < {Literal.Of(First + (Count * Size))}; {variable} += {Literal.Of(Size)})"))
        {
            body(variable);
        }
    }
}

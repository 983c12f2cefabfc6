using NetGen.Generators.Machine;

namespace NetGen.Generators.Emit.Lanes;

/// <summary>
/// A product with weights where a lane is a sample, result[r] = bias[r] + the sum over k of source[k] w[k, r]: tiles of groups x results, each element a vector
/// of sums. A summand loads one vector a group and broadcasts one weight a result, so two groups at a time keep the multiply-add units busier than the loads;
/// a group that is left over goes alone. Printed once for all widths, as a method of a class that is generic in <c>TVector</c> and <c>TOps</c>.
/// </summary>
/// <param name="Depth">Summands.</param>
/// <param name="Count">Results.</param>
/// <param name="FirstWeight">The offset of w[0, 0] among the parameters.</param>
/// <param name="DepthStride">From a summand's weight to the next one's.</param>
/// <param name="CountStride">From a result's weight to the next one's.</param>
/// <param name="FirstBias">The offset of the first bias; null where sums start at 0.</param>
/// <param name="Rectifies">Whether max(sum, 0) is stored.</param>
internal sealed record LaneProduct(int Depth, int Count, int FirstWeight, int DepthStride, int CountStride, int? FirstBias = null, bool Rectifies = false)
{
    // Results of a tile. With 5 or 6, two groups of them, vectors of 256 bits took a quarter longer.
    private const int TileResults = CostModel.SumsInFlight / 2;

    // Up to so many summands are written out. Loops over 8, 16 and 32 summands took as long as straight lines, or up to 8% less; one over 2 took 5% longer.
    private const int StraightDepth = 2;

    /// <summary>z = x W + b with weights stored [inputs][units].</summary>
    public static LaneProduct Forward(int inputs, int units, int weights, int? biases, bool rectifies) => new(inputs, units, weights, units, 1, biases, rectifies);

    /// <summary>dx = dz W^T with weights stored [inputs][units].</summary>
    public static LaneProduct InputGradient(int inputs, int units, int weights) => new(units, inputs, weights, 1, units);

    /// <summary>Writes the method <c>(ref float source, ref float p, ref float result, nuint groups)</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The method.</param>
    /// <param name="source">The name of what is multiplied, [groups][Depth][lanes].</param>
    /// <param name="result">The name of where the results go, [groups][Count][lanes].</param>
    public void Emit(CodeWriter writer, string name, string source, string result)
    {
        // Two results are too few to hide the latency of a multiply-add, unless there are several groups of them.
        var together = Count <= 2 ? 4 : 2;
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {name}(ref float {source}, ref float p, ref float {result}, nuint groups)"))
        {
            writer.Line($"// {(together == 2 ? "Two" : "Four")} groups of samples at a time, so that a weight is loaded once for all of them.");
            using (writer.Open($"for (; groups >= {Literal.Of(together)}; groups -= {Literal.Of(together)})"))
            {
                Groups(writer, together, source, result);
            }

            using (writer.Open("for (; groups != 0; groups--)"))
            {
                Groups(writer, 1, source, result);
            }
        }
    }

    private void Groups(CodeWriter writer, int groups, string source, string result)
    {
        LaneRun.Write(writer, LaneRun.Cut(Count, TileResults), "r", (run, first) => Tile(writer, groups, source, result, first, run.Size));
        writer.Line($"{source} = {Offset.Moved(source, Offset.Vectors((long)groups * Depth))};");
        writer.Line($"{result} = {Offset.Moved(result, Offset.Vectors((long)groups * Count))};");
    }

    private void Tile(CodeWriter writer, int groups, string source, string result, string first, int count)
    {
        for (var r = 0; r < count; r++)
        {
            var start = FirstBias is { } bias ? $"TOps.Broadcast(ref p{Offset.Argument(Offset.Sum(first, Literal.Of(bias + r)))})" : "TOps.Zero";
            writer.Line($"TVector {Sum(0, r)} = {start}{string.Concat(Enumerable.Range(1, groups - 1).Select(group => $", {Sum(group, r)} = {Sum(0, r)}"))};");
        }

        writer.Line($"ref float w = {Offset.Moved("p", Offset.Sum(Offset.Times(first, CountStride), Literal.Of(FirstWeight)))};");
        if (Depth <= StraightDepth)
        {
            for (var k = 0; k < Depth; k++)
            {
                Products(writer, groups, count, source, k, isFirst: k == 0);
            }
        }
        else
        {
            writer.Line($"ref float v = ref {source};");
            using (writer.Open($"for (nuint k = {Literal.Of(Depth)}; k != 0; k--)"))
            {
                Products(writer, groups, count, "v", 0, isFirst: true);
                writer.Line("v = ref Unsafe.Add(ref v, TOps.Lanes);");
                writer.Line($"w = ref Unsafe.Add(ref w, {Literal.Of(DepthStride)});");
            }
        }

        writer.Line($"ref float to = {Offset.Moved(result, Offset.Vectors(first))};");
        for (var group = 0; group < groups; group++)
        {
            writer.Line(string.Join(" ", Enumerable.Range(0, count).Select(r =>
            {
                var sum = Rectifies ? $"TOps.AtLeast(TOps.Zero, {Sum(group, r)})" : Sum(group, r);
                return $"TOps.Store({sum}, ref to{Offset.Argument(Offset.Vectors(((long)group * Count) + r))});";
            })));
        }
    }

    // The products of one summand, a line a result.
    private void Products(CodeWriter writer, int groups, int count, string source, int k, bool isFirst)
    {
        var type = isFirst ? "TVector " : "";
        var loads = Enumerable.Range(0, groups).Select(group => $"v{Literal.Of(group)} = TOps.Load(ref {source}{Offset.Argument(Offset.Vectors(k + ((long)group * Depth)))})");
        writer.Line($"{type}{string.Join(isFirst ? ", " : "; ", loads)};");
        for (var r = 0; r < count; r++)
        {
            var weight = $"TOps.Broadcast(ref w{Offset.Argument(Literal.Of(((long)k * DepthStride) + ((long)r * CountStride)))})";
            if (groups == 1)
            {
                writer.Line($"{Sum(0, r)} = TOps.MultiplyAddEstimate(v0, {weight}, {Sum(0, r)});");
                continue;
            }

            var sums = Enumerable.Range(0, groups).Select(group => $"{Sum(group, r)} = TOps.MultiplyAddEstimate(v{Literal.Of(group)}, w{Literal.Of(r)}, {Sum(group, r)});");
            writer.Line($"{type}w{Literal.Of(r)} = {weight}; {string.Join(" ", sums)}");
        }
    }

    // Two digits: the group, the result.
    private static string Sum(int group, int r) => $"s{Literal.Of(group)}{Literal.Of(r)}";
}

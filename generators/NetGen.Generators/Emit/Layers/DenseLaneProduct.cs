using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Layers;

/// <summary>
/// A product with a layer's weights where a lane is a sample: tiles of groups x results, each element a vector of sums. A summand loads one vector a group and
/// broadcasts one weight a result, so several groups at a time keep the multiply-add units busier than the loads; what groups are left over go one by one.
/// </summary>
/// <param name="Source">What is multiplied, [groups][Depth][lanes].</param>
/// <param name="Result">Where the results go, [groups][Count][lanes].</param>
/// <param name="Variable">The name of a summand's number.</param>
/// <param name="Depth">Summands.</param>
/// <param name="Count">Results a group.</param>
/// <param name="FirstWeight">The offset of the first weight.</param>
/// <param name="DepthStride">From a summand's weight to the next one's.</param>
/// <param name="CountStride">From a result's weight to the next one's.</param>
/// <param name="FirstBias">The offset of the first bias; null where sums start at 0.</param>
/// <param name="Rectifies">Whether max(z, 0) is taken before a result is stored.</param>
internal sealed record DenseLaneProduct(
    string Source, string Result, string Variable, int Depth, int Count, int FirstWeight, int DepthStride, int CountStride, int? FirstBias, bool Rectifies)
{
    // Multiply-adds of a tile that are written out one by one.
    private const int StraightLineBudget = 80;

    /// <summary>The method, as many groups at a time as pay.</summary>
    public void Emit(CodeWriter writer, string name, VectorWidth width)
    {
        // Two results are too few to hide the latency of a multiply-add, unless there are several groups of them.
        var together = Count <= 2 ? 4 : 2;
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {name}(ref float {Source}, ref float p, ref float {Result}, nuint groups)"))
        {
            using (writer.Open($"for (; groups >= {Literal.Of(together)}; groups -= {Literal.Of(together)})"))
            {
                Groups(writer, together, width);
            }

            using (writer.Open("for (; groups != 0; groups--)"))
            {
                Groups(writer, 1, width);
            }
        }
    }

    private void Groups(CodeWriter writer, int groups, VectorWidth width)
    {
        // Tiles of as many sums as must be in flight: with 10 or 12 of them, those of 256 bits took a quarter longer.
        foreach (var run in LaneRun.Cut(Count, CostModel.SumsInFlight / groups))
        {
            run.Loop(writer, "first", first => Tile(writer, groups, first, run.Size, width));
        }

        writer.Line($"{Source} = ref Add(ref {Source}, {Literal.Of((long)groups * Depth * width.Lanes)});");
        writer.Line($"{Result} = ref Add(ref {Result}, {Literal.Of((long)groups * Count * width.Lanes)});");
    }

    private void Tile(CodeWriter writer, int groups, string first, int count, VectorWidth width)
    {
        var vector = $"Vector{Literal.Of(width.Bits)}";
        for (var result = 0; result < count; result++)
        {
            var start = FirstBias is null ? "default" : $"{vector}.Create(Add(ref p, {Literal.Of(FirstBias.Value + result)} + {first}))";
            writer.Line($"{vector}<float> {Sum(0, result)} = {start}{string.Concat(Enumerable.Range(1, groups - 1).Select(group => $", {Sum(group, result)} = {Sum(0, result)}"))};");
        }

        writer.Line($"ref var W = ref Add(ref p, {Literal.Of(FirstWeight)} + {LaneRun.Times(first, CountStride)});");
        if (Depth * count <= StraightLineBudget)
        {
            for (var summand = 0; summand < Depth; summand++)
            {
                using (writer.Open())
                {
                    Products(writer, groups, count, width, $"ref {Source}", (long)summand * width.Lanes, "ref W", (long)summand * DepthStride);
                }
            }
        }
        else
        {
            writer.Line($"ref var from = ref {Source};");
            using (writer.Open($"for (nuint {Variable} = {Literal.Of(Depth)}; {Variable} != 0; {Variable}--)"))
            {
                Products(writer, groups, count, width, "ref from", 0, "ref W", 0);
                writer.Line($"from = ref Add(ref from, {Literal.Of(width.Lanes)});");
                writer.Line($"W = ref Add(ref W, {Literal.Of(DepthStride)});");
            }
        }

        writer.Line($"ref var to = ref Add(ref {Result}, {LaneRun.Times(first, width.Lanes)});");
        for (var group = 0; group < groups; group++)
        {
            for (var result = 0; result < count; result++)
            {
                var sum = Rectifies ? $"MaxNative(default, {Sum(group, result)})" : Sum(group, result);
                writer.Line($"{sum}.StoreUnsafe(ref to, {Literal.Of((((long)group * Count) + result) * width.Lanes)});");
            }
        }
    }

    private void Products(CodeWriter writer, int groups, int count, VectorWidth width, string source, long at, string weights, long weight)
    {
        var vector = $"Vector{Literal.Of(width.Bits)}";
        for (var group = 0; group < groups; group++)
        {
            writer.Line($"var v{Literal.Of(group)} = {vector}.LoadUnsafe({source}, {Literal.Of(at + ((long)group * Depth * width.Lanes))});");
        }

        for (var result = 0; result < count; result++)
        {
            writer.Line($"{(result == 0 ? "var " : "")}w = {vector}.Create(Add({weights}, {Literal.Of(weight + ((long)result * CountStride))}));");
            for (var group = 0; group < groups; group++)
            {
                writer.Line($"{Sum(group, result)} = MultiplyAddEstimate(v{Literal.Of(group)}, w, {Sum(group, result)});");
            }
        }
    }

    // The sums of a group have a letter, those of a result a number.
    private static string Sum(int group, int result) => $"{(char)('a' + group)}{Literal.Of(result)}";
}

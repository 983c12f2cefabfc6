using System.Globalization;
using NetGen.Generators.Graph;
using NetGen.Generators.Machine;

namespace NetGen.Generators.Scheduling;

/// <summary>Chooses the form of a whole network, and how many samples go through it at a time.</summary>
internal static class NetworkScheduler
{
    // Where a lane is a sample, each weight is loaded for one multiply-add a vector, and each gradient is loaded and stored: worth it only while rows would be
    // so short that most of a tile is padding. Two hidden layers of 31 or 32 units, batch 64, vectors of 256 bits: a fifth less time than in tiles.
    private const int LaneBudgetOfNetwork = 3072;
    private const int LaneBudgetOfWidth = 32;

    // More samples per pass would save nothing any more.
    private const int MostLaneSamples = 512;

    // 784-[300 x 10]-10 at batch 256: a step takes 1.5 times as long with 48 samples per pass, and no longer with 128; prediction takes 3% longer with 128.
    private const int MostRows = 256;
    private const int FewestRowsNear = 64;
    private const int FewestRows = 16;

    /// <summary>The form.</summary>
    /// <param name="graph">The forward pass of training.</param>
    /// <param name="backward">Its backward pass.</param>
    /// <returns>The form, and why a small network is not in lanes; empty where there is nothing to explain.</returns>
    public static (NetworkForm Form, string Obstacle) Choose(NetworkGraph graph, IReadOnlyList<Operation> backward)
    {
        var isSmall = MultiplyAdds(graph) <= LaneBudgetOfNetwork && Widest(graph) <= LaneBudgetOfWidth;
        if (!isSmall)
        {
            return (NetworkForm.Tiles, "");
        }

        var obstacle = graph.Operations.Concat(backward).FirstOrDefault(static operation => !operation.Forms.HasFlag(Forms.Lanes));
        return obstacle is null
            ? (NetworkForm.Lanes, "")
            : (NetworkForm.Tiles, $" Small enough for a lane per sample, but '{obstacle.Formula}' has no such form as declared.");
    }

    /// <summary>The schedule.</summary>
    /// <param name="graph">The forward pass of training.</param>
    /// <param name="form">The form.</param>
    /// <param name="obstacle">Why a small network is not in lanes.</param>
    /// <param name="training">What training keeps, per sample.</param>
    /// <param name="needsWholeBatch">Whether all samples of a batch go through training together.</param>
    public static NetworkSchedule Schedule(NetworkGraph graph, NetworkForm form, string obstacle, MemoryPlan training, bool needsWholeBatch)
    {
        var multiplyAdds = MultiplyAdds(graph).ToString("N0", CultureInfo.InvariantCulture) + " multiply-adds per sample: ";
        var whole = needsWholeBatch ? " The whole batch goes through training at once, since its statistics are needed." : "";
        if (form == NetworkForm.Lanes)
        {
            var samples = LaneSamples(graph);
            return new NetworkSchedule(form, samples, $"{multiplyAdds}a lane is a sample, {Text(samples)} samples per pass.{whole}");
        }

        // One number for both: a sample's outputs in prediction are those of training, to the bit, where it is in the same row of a block.
        var rows = Math.Min(RowsNear(graph), RowsKept(training));
        return new NetworkSchedule(form, rows, $"{multiplyAdds}register tiles, {Text(rows)} samples per pass.{obstacle}{whole}");
    }

    private static long MultiplyAdds(NetworkGraph graph) => graph.Operations.Sum(static operation => operation.MultiplyAdds);

    private static int Widest(NetworkGraph graph) => graph.Operations.SelectMany(static operation => operation.Reads.Concat(operation.Writes))
        .Where(static value => value.Extent == ValueExtent.Sample).Append(graph.Input).Max(static value => value.Size);

    // All that a pass touches is in the second-level cache, and one value of all samples in the first: the vectors of one unit, 2 KiB apart where 32 units are beside
    // each other, would be more than their sets of it hold. 10,000 samples of 4-32-16-4, loss and gradient: 255 us with 192 to 320 samples per pass, 295 with 512.
    private static int LaneSamples(NetworkGraph graph)
    {
        var samples = Math.Min(MostLaneSamples, Math.Min(CostModel.GroupFloats / Kept(graph), CostModel.FirstLevelFloats / Widest(graph)));
        return (int)Math.Max(1, samples / VectorWidth.MaximumLanes) * VectorWidth.MaximumLanes;
    }

    // What a sample touches: every layer's values, those that its activation received where they are kept, and two gradients.
    private static long Kept(NetworkGraph graph)
    {
        var kept = (long)graph.Input.Size;
        foreach (var operation in graph.Operations)
        {
            if (operation.Layer > 0)
            {
                var overwritten = operation.Overwrites is { } place && place.Layer == operation.Layer && !KeepsInput(operation);
                kept += overwritten ? 0 : operation.Result.Size;
            }
        }

        return kept + (2 * Widest(graph));
    }

    private static bool KeepsInput(Operation operation) => operation is Graph.Operations.Map map && Graph.Operations.Map.DerivativeNeedsInput(map.Function);

    // Each block of samples reads all weights, transposes them and adds to all gradients: as few blocks as possible, unless layers are so wide that not even
    // one layer's values of so many samples stay near.
    private static int RowsNear(NetworkGraph graph)
    {
        var layer = graph.Operations
            .SelectMany(static operation => operation.Reads.Where(value => value.Extent == ValueExtent.Sample && value.Layer != operation.Layer).Select(value => Floats(value) + Floats(operation.Result)))
            .DefaultIfEmpty(Floats(graph.Input))
            .Max();
        return (int)Math.Max(FewestRowsNear, Math.Min(MostRows, CostModel.PassFloats / layer / 16 * 16));
    }

    // Or so many layers that what the backward pass reads of all of them takes too much memory.
    private static int RowsKept(MemoryPlan training) => (int)Math.Max(FewestRows, Math.Min(MostRows, CostModel.WorkspaceFloats / Math.Max(1, training.PerSample) / 16 * 16));

    private static long Floats(Value value) => (long)value.Positions * (value.Role == ValueRole.Input ? value.Columns : VectorWidth.Pad(value.Columns));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

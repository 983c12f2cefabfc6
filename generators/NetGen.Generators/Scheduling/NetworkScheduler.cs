using System.Globalization;
using NetGen.Generators.Lowering;
using NetGen.Generators.Machine;

namespace NetGen.Generators.Scheduling;

/// <summary>Chooses the form of a whole network.</summary>
internal static class NetworkScheduler
{
    // Where a lane is a sample, each weight is loaded for one multiply-add a vector, and each gradient is loaded and stored: worth it only while rows would be
    // so short that most of a tile is padding. Two hidden layers of 31 or 32 units, batch 64, vectors of 256 bits: a fifth less time than in tiles.
    private const int LaneBudgetOfNetwork = 3072;
    private const int LaneBudgetOfWidth = 32;

    // More groups a pass would save nothing any more.
    private const int MostGroups = 32;

    // 784-[300 x 10]-10 at batch 256: a step takes 1.5 times as long with 48 samples a pass, and no longer with 128; prediction takes 3% longer with 128.
    private const int MostRows = 256;
    private const int FewestRowsNear = 64;
    private const int FewestRows = 16;

    /// <summary>The schedule.</summary>
    public static NetworkSchedule Schedule(NetworkPlan plan)
    {
        var widest = plan.Layers.Max(static layer => Math.Max(layer.Input.Size, layer.Output.Size));
        var lanes = plan.MultiplyAdds <= LaneBudgetOfNetwork
            && widest <= LaneBudgetOfWidth
            && plan.Layers.All(static layer => ActivationTraits.IsElementwise(layer.Spec.Activation))
            && plan.Layers.All(static layer => layer.Kernels.All(static kernel => kernel is { TileRows: 0, TileVectors: 0 }));
        var multiplyAdds = plan.MultiplyAdds.ToString("N0", CultureInfo.InvariantCulture);
        if (lanes)
        {
            var values = plan.Input.Size + plan.Layers.Sum(static layer => (long)layer.Output.Size * (layer.KeepsPreActivation ? 2 : 1)) + (2 * widest);
            var groups = (int)Math.Max(1, Math.Min(MostGroups, CostModel.GroupFloats / (values * VectorWidth.MaximumLanes)));
            return new NetworkSchedule(
                NetworkForm.Lanes, groups, groups, $"{multiplyAdds} multiply-adds a sample: a lane is a sample, and {Emit.Literal.Of(groups)} groups of as many samples as there are lanes go through a layer together.");
        }

        var prediction = RowsNear(plan);
        var training = Math.Min(prediction, RowsKept(plan));
        return new NetworkSchedule(
            NetworkForm.Tiles,
            training,
            prediction,
            $"{multiplyAdds} multiply-adds a sample: register tiles, {Emit.Literal.Of(training)} samples a pass in training and {Emit.Literal.Of(prediction)} in prediction.");
    }

    // Each block of samples reads all weights, turns them over and adds to all gradients: as few blocks as possible, unless layers are so wide that not even
    // one layer's values of so many samples stay near.
    private static int RowsNear(NetworkPlan plan)
    {
        var layer = plan.Layers.Max(static layer => (long)layer.Input.Stride + layer.Output.Stride);
        return (int)Math.Max(FewestRowsNear, Math.Min(MostRows, CostModel.PassFloats / layer / 16 * 16));
    }

    // Or so many layers that what the backward pass reads of all of them takes too much memory.
    private static int RowsKept(NetworkPlan plan)
    {
        var all = plan.Layers.Sum(static layer => (long)layer.Output.Stride * (layer.KeepsPreActivation ? 2 : 1)) + plan.Layers.Max(static layer => (long)layer.Input.Stride);
        return (int)Math.Max(FewestRows, Math.Min(MostRows, CostModel.WorkspaceFloats / all / 16 * 16));
    }
}

using System.Globalization;
using NetGen.Generators.Lowering;

namespace NetGen.Generators.Scheduling;

/// <summary>Chooses the form of a whole network.</summary>
internal static class NetworkScheduler
{
    // Where a lane is a sample, each weight is loaded for one multiply-add a vector, and each gradient is loaded and stored: worth it only while rows would be
    // so short that most of a tile is padding.
    private const int LaneBudgetOfNetwork = 2048;
    private const int LaneBudgetOfWidth = 32;

    // More groups a pass would save nothing any more.
    private const int MostGroups = 16;

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

        var training = Rows(plan.Layers.Sum(static layer => (long)layer.Output.Stride * (layer.KeepsPreActivation ? 2 : 1)) + (2 * widest), 256);
        var prediction = Rows(2 * widest, 64);
        return new NetworkSchedule(
            NetworkForm.Tiles,
            training,
            prediction,
            $"{multiplyAdds} multiply-adds a sample: register tiles, {Emit.Literal.Of(training)} samples a pass in training and {Emit.Literal.Of(prediction)} in prediction.");
    }

    private static int Rows(long floatsOfSample, int most)
    {
        var rows = CostModel.SecondLevelFloats / Math.Max(1, floatsOfSample) / 16 * 16;
        return (int)Math.Max(16, Math.Min(most, rows));
    }
}

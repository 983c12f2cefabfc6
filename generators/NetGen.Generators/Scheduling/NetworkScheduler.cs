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

    /// <summary>The schedule.</summary>
    public static NetworkSchedule Schedule(NetworkPlan plan)
    {
        var widest = plan.Layers.Max(static layer => Math.Max(layer.Input.Size, layer.Output.Size));
        var lanes = plan.MultiplyAdds <= LaneBudgetOfNetwork
            && widest <= LaneBudgetOfWidth
            && plan.Layers.All(static layer => ActivationTraits.IsElementwise(layer.Spec.Activation));
        var training = Rows(plan.Layers.Sum(static layer => (long)layer.Output.Stride * (layer.KeepsPreActivation ? 2 : 1)) + (2 * widest), 256);
        var prediction = Rows(2 * widest, 64);
        var multiplyAdds = plan.MultiplyAdds.ToString("N0", CultureInfo.InvariantCulture);
        var reason = lanes
            ? $"{multiplyAdds} multiply-adds a sample: a lane is a sample."
            : $"{multiplyAdds} multiply-adds a sample: register tiles, {training} samples a pass in training and {prediction} in prediction.";
        return new NetworkSchedule(lanes ? NetworkForm.Lanes : NetworkForm.Tiles, training, prediction, reason);
    }

    private static int Rows(long floatsOfSample, int most)
    {
        var rows = CostModel.SecondLevelFloats / Math.Max(1, floatsOfSample) / 16 * 16;
        return (int)Math.Max(16, Math.Min(most, rows));
    }
}

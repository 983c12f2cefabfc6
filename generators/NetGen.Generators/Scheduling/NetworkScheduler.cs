using System.Globalization;
using NetGen.Generators.Lowering;

namespace NetGen.Generators.Scheduling;

/// <summary>Chooses the form of a whole network.</summary>
internal static class NetworkScheduler
{
    // Straight-line code costs about six instructions of intermediate language a multiply-add and pass; both limits keep every emitted method far below the
    // sizes at which the JIT stops optimizing (60,000 bytes, 20,000 instructions).
    private const int LaneBudgetOfNetwork = 1024;
    private const int LaneBudgetOfLayer = 640;
    private const int LaneBudgetOfWidth = 64;

    // What a pass touches should stay in the second-level cache, which has 1 MiB or more on the processors of the last years.
    private const int CacheFloats = 1 << 18;

    /// <summary>The schedule.</summary>
    public static NetworkSchedule Schedule(NetworkPlan plan)
    {
        var widest = plan.Layers.Max(static layer => Math.Max(layer.Input.Size, layer.Output.Size));
        var lanes = plan.MultiplyAdds <= LaneBudgetOfNetwork
            && widest <= LaneBudgetOfWidth
            && plan.Layers.All(static layer => layer.MultiplyAdds <= LaneBudgetOfLayer && ActivationTraits.IsElementwise(layer.Spec.Activation));
        var training = Rows(plan.Layers.Sum(static layer => (long)layer.Output.Stride * (layer.KeepsPreActivation ? 2 : 1)) + (2 * widest), 256);
        var prediction = Rows(2 * widest, 64);
        var multiplyAdds = plan.MultiplyAdds.ToString("N0", CultureInfo.InvariantCulture);
        var reason = lanes
            ? $"{multiplyAdds} multiply-adds a sample: straight-line code, a lane a sample."
            : $"{multiplyAdds} multiply-adds a sample: register tiles, {training} samples a pass in training and {prediction} in prediction.";
        return new NetworkSchedule(lanes ? NetworkForm.Lanes : NetworkForm.Tiles, training, prediction, reason);
    }

    private static int Rows(long floatsOfSample, int most)
    {
        var rows = CacheFloats / Math.Max(1, floatsOfSample) / 16 * 16;
        return (int)Math.Max(16, Math.Min(most, rows));
    }
}

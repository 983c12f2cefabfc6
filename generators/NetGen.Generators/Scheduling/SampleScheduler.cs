using NetGen.Generators.Lowering;

namespace NetGen.Generators.Scheduling;

/// <summary>Chooses whether one sample alone gets code of its own, in which a lane is a unit.</summary>
internal static class SampleScheduler
{
    // What fits the first-level cache.
    private const int BudgetOfNetwork = 8192;

    // Sums of wider layers would not stay in registers where vectors are narrow.
    private const int WidestLayer = 128;

    // Every layer stands in the same method, and past its limits the JIT would not optimize it.
    private const int MostLayers = 5;

    /// <summary>Batches of up to so many samples are predicted one by one.</summary>
    public const int PredictedOneByOne = 3;

    /// <summary>Vector multiply-adds of a layer that are written out one by one; more are a loop, which costs little where each turn does as much.</summary>
    public const int StraightLineBudget = 64;

    /// <summary>Whether the network is small enough.</summary>
    public static bool IsSmall(NetworkPlan plan) =>
        plan.MultiplyAdds <= BudgetOfNetwork && plan.Layers.Count <= MostLayers && plan.Layers.All(static layer => layer.Output.Size <= WidestLayer);
}

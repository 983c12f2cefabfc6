using System.Collections.Immutable;

namespace NetGen.Generators.Scheduling;

/// <summary>
/// What the schedule assumes of processors, in one place. The figures are those of the x86 servers and desktops of the last years, rounded to what they have in
/// common; a choice must not hang on more than that.
/// </summary>
internal static class CostModel
{
    /// <summary>Batches for which tiles are chosen: ordinary ones.</summary>
    public static ImmutableArray<int> Batches { get; } = [32, 64, 256];

    /// <summary>What a pass touches should stay in the second-level cache, which has 1 MiB or more: floats.</summary>
    public const int SecondLevelFloats = 1 << 18;

    /// <summary>What the groups of lanes of a pass touch: near enough to the first-level cache that every vector comes as fast as it is multiplied; floats.</summary>
    public const int GroupFloats = 1 << 14;

    /// <summary>Sums that must be in flight to keep the multiply-add units busy: two units, four cycles from operands to result.</summary>
    public const int SumsInFlight = MultiplyAddsPerCycle * Latency;

    private const int MultiplyAddsPerCycle = 2;
    private const int Latency = 4;
    private const double LoadsPerCycle = 2;

    // Call, loop, first and last sums of a tile that nothing hides.
    private const double CyclesOfTile = 24;
    private const double CyclesOfStore = 1;

    /// <summary>
    /// Whether a tile stays in registers: its accumulators, one value of the left factor and a row of the right one, which a tile of a single row reads from
    /// memory where it is multiplied.
    /// </summary>
    public static bool Fits(VectorWidth width, int height, int vectors, int chains = 1) =>
        (height * vectors * chains) + (height == 1 ? 1 : vectors) + 1 <= width.Registers;

    /// <summary>The cycles of one tile.</summary>
    /// <param name="height">Its rows.</param>
    /// <param name="vectors">Its columns, in vectors.</param>
    /// <param name="chains">Sums each accumulator is split into.</param>
    /// <param name="depth">Products a sum.</param>
    public static double Tile(int height, int vectors, int chains, int depth)
    {
        var products = height * vectors;
        var arithmetic = (double)products / MultiplyAddsPerCycle;
        var loads = (height + vectors) / LoadsPerCycle;
        var waiting = (double)Latency / chains;
        return (depth * Math.Max(arithmetic, Math.Max(loads, waiting))) + (products * chains * CyclesOfStore) + CyclesOfTile;
    }

    /// <summary>The cycles that so many multiply-adds take at the least.</summary>
    public static double Least(VectorWidth width, double multiplyAdds) => multiplyAdds / width.Lanes / MultiplyAddsPerCycle;
}

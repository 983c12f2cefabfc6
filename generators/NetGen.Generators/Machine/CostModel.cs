using System.Collections.Immutable;

namespace NetGen.Generators.Machine;

/// <summary>
/// What the schedule assumes of processors, in one place. The figures are those of the x86 servers and desktops of the last years, rounded to what they have in
/// common; a choice must not hang on more than that.
/// </summary>
internal static class CostModel
{
    /// <summary>Batches for which tiles are chosen: ordinary ones.</summary>
    public static ImmutableArray<int> Batches { get; } = [32, 64, 256];

    /// <summary>The first-level cache: floats in 32 KiB.</summary>
    public const int FirstLevelFloats = 1 << 13;

    /// <summary>Floats a cache line.</summary>
    public const int LineFloats = 16;

    /// <summary>What the samples of a pass should take in a layer's input and output together, floats: two second-level caches at the least, since it is read in order.</summary>
    public const int PassFloats = 1 << 19;

    /// <summary>What all values of a pass should take at the most, a quarter of a gibibyte: floats.</summary>
    public const int WorkspaceFloats = 1 << 26;

    /// <summary>
    /// What the samples of a pass touch where a lane is a sample, floats: well within a second-level cache. Each pass reads and writes the gradients of all
    /// lanes, which for hundreds of parameters come from there as well, so that fewer, longer passes are faster: loss and gradient of 10,000 samples of 4-32-16-4 took
    /// 683 us with 8 groups, 649 with 17, 633 with 32.
    /// </summary>
    public const int GroupFloats = 1 << 16;

    /// <summary>The fewest samples for which a forward product copies its weights: four tiles' worth.</summary>
    public const int FewestRowsPacked = 16;

    /// <summary>Sums that must be in flight to keep the multiply-add units busy: two units, four cycles from operands to result.</summary>
    public const int SumsInFlight = MultiplyAddsPerCycle * Latency;

    private const int MultiplyAddsPerCycle = 2;
    private const int Latency = 4;
    private const double LoadsPerCycle = 2;
    private const double SecondLevelBytesPerCycle = 32;

    // What loads cost tiles of 16 registers beside the multiply-adds that could hide them: of two with as many products, the one that reads less is faster.
    private const double LoadsInTheWay = .1;

    // About as long as a line takes from beyond the second-level cache.
    private const int CyclesAhead = 384;

    // Call, loop, first and last sums of a tile that nothing hides.
    private const double CyclesOfTile = 24;
    private const double CyclesOfStore = 1;

    // Of a vector, from the second-level cache to the first.
    private const double CyclesOfCopy = 2;

    /// <summary>
    /// Whether a tile stays in registers: its accumulators, one value of the left factor and a row of the right one, which a tile of a single row reads from
    /// memory where it is multiplied.
    /// </summary>
    public static bool Fits(VectorWidth width, int height, int vectors, int chains = 1) =>
        (height * vectors * chains) + (height == 1 ? 1 : vectors) + 1 <= width.Registers;

    /// <summary>The cycles of one tile.</summary>
    /// <param name="width">Its vectors.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="vectors">Its columns, in vectors.</param>
    /// <param name="chains">Sums each accumulator is split into.</param>
    /// <param name="depth">Products a sum.</param>
    /// <param name="rowBytes">Bytes that each summand of the right factor takes from the second-level cache; 0 where the tiles before have left it nearer.</param>
    public static double Tile(VectorWidth width, int height, int vectors, int chains, int depth, int rowBytes = 0)
    {
        var products = height * vectors;
        var arithmetic = (double)products / MultiplyAddsPerCycle;
        var loads = (height + vectors) / LoadsPerCycle;
        var waiting = Math.Max((double)Latency / chains, rowBytes / SecondLevelBytesPerCycle);
        return (depth * (Math.Max(arithmetic, Math.Max(loads, waiting)) + (Packs(width) ? loads * LoadsInTheWay : 0))) + (products * chains * CyclesOfStore) + CyclesOfTile;
    }

    /// <summary>
    /// Whether tiles of a width multiply from copies that lie as they are read. A tile of 16 registers reads so much for each product that all of it must come from the
    /// first-level cache in whole lines, which a strip of a matrix, of a part of each row, is too scattered for: 300 x 300 weights went from 81 to 95 GFLOP/s of
    /// 102 by it. Wide tiles of 32 registers have the time to ask for scattered lines ahead instead.
    /// </summary>
    public static bool Packs(VectorWidth width) => width.Registers < 32;

    /// <summary>The cycles of copying so many floats.</summary>
    public static double Copy(VectorWidth width, double floats) => floats / width.Lanes * CyclesOfCopy;

    /// <summary>How many summands ahead a tile asks for the right factor.</summary>
    public static int SummandsAhead(int height, int vectors) => CyclesAhead * MultiplyAddsPerCycle / (height * vectors);

    /// <summary>The cycles that so many multiply-adds take at the least.</summary>
    public static double Least(VectorWidth width, double multiplyAdds) => multiplyAdds / width.Lanes / MultiplyAddsPerCycle;
}

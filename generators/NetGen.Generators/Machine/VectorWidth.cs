using System.Collections.Immutable;

namespace NetGen.Generators.Machine;

/// <summary>A width of vectors that code is emitted for.</summary>
/// <param name="Bits">512, 256 or 128.</param>
/// <param name="Registers">How many such registers the processors that have them offer.</param>
internal sealed record VectorWidth(int Bits, int Registers)
{
    /// <summary>AVX-512.</summary>
    public static VectorWidth Wide { get; } = new(512, 32);

    /// <summary>AVX2.</summary>
    public static VectorWidth Middle { get; } = new(256, 16);

    /// <summary>SSE and NEON; SSE has the fewer registers, so its number counts.</summary>
    public static VectorWidth Narrow { get; } = new(128, 16);

    /// <summary>Every width, widest first: the order in which emitted code asks for them.</summary>
    public static ImmutableArray<VectorWidth> All { get; } = [Wide, Middle, Narrow];

    /// <summary>The widest number of lanes: workspace rows are padded to a multiple of it, whatever the width that runs.</summary>
    public const int MaximumLanes = 16;

    /// <summary>Floats a vector.</summary>
    public int Lanes => Bits / 32;

    /// <summary>The number of floats that a row of so many values takes in a workspace.</summary>
    public static int Pad(long size) => checked((int)((size + MaximumLanes - 1) / MaximumLanes * MaximumLanes));
}

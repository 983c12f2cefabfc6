using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>How one sample's values lie in vectors: side by side, in the narrowest vectors that hold them all, or in several of the widest.</summary>
/// <param name="Size">Values.</param>
/// <param name="Lanes">Floats a vector: 4, 8 or 16.</param>
internal sealed record SampleVectors(int Size, int Lanes)
{
    /// <summary>Vectors.</summary>
    public int Count => (Size + Lanes - 1) / Lanes;

    /// <summary>Lanes of the last vector that count; 0 where all do. What is in the others may be anything.</summary>
    public int Tail => Size % Lanes;

    /// <summary>The vector's type.</summary>
    public string Type => TypeOf(Lanes);

    /// <summary>The vectors of so many values where vectors are at most so wide.</summary>
    public static SampleVectors Of(int size, VectorWidth width) => new(size, Math.Min(width.Lanes, Narrowest(size)));

    /// <summary>The floats that a value takes in memory, whole vectors of any width.</summary>
    public static int Room(int size) => Narrowest(size) < VectorWidth.MaximumLanes ? Narrowest(size) : VectorWidth.Pad(size);

    /// <summary>A vector of so many floats.</summary>
    public static string TypeOf(int lanes) => $"Vector{Literal.Of(32 * lanes)}";

    /// <summary>The variable of one of the vectors; numbered only where there are several.</summary>
    public string Name(string symbol, int index) => Count == 1 ? symbol : $"{symbol}_{Literal.Of(index)}";

    private static int Narrowest(int size) => size <= 4 ? 4 : size <= 8 ? 8 : 16;
}

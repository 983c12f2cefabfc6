using NetGen.Generators.Machine;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// A value of one sample. Up to eight numbers are one vector; more are in memory, taken by loops in vectors that are as wide as the processor has.
/// </summary>
/// <param name="Symbol">Its name in formulas, and of the variable that holds it where it is one vector in a register.</param>
/// <param name="Size">How many numbers.</param>
/// <param name="Reference">What its place in memory is counted from; empty where it is in a register alone.</param>
/// <param name="Place">Its place, in floats.</param>
internal sealed record SampleValue(string Symbol, int Size, string Reference = "", string Place = "")
{
    /// <summary>Whether it takes more than one vector.</summary>
    public bool IsWide => Size > VectorText.Eight.Lanes;

    /// <summary>The vector that holds it, or those that it is taken in.</summary>
    public VectorText Vector => IsWide ? VectorText.Widest : Size > VectorText.Four.Lanes ? VectorText.Eight : VectorText.Four;

    /// <summary>The floats that a value takes in memory: whole vectors of any width.</summary>
    public static int Room(int size) => size <= VectorText.Four.Lanes ? VectorText.Four.Lanes : size <= VectorText.Eight.Lanes ? VectorText.Eight.Lanes : VectorWidth.Pad(size);

    /// <summary>The offset of one of the numbers.</summary>
    public string At(params string[] index) => Offset.Sum([Place, .. index]);

    /// <summary>One of the numbers in every lane of a vector.</summary>
    public string Broadcast(VectorText vector, params string[] index) => vector.Broadcast(Reference, At(index));

    /// <summary>Some of them as a vector.</summary>
    public string Load(VectorText vector, params string[] index) => vector.Load(Reference, At(index));
}

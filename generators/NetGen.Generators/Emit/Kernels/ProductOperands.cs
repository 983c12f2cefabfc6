namespace NetGen.Generators.Emit.Kernels;

/// <summary>What a matrix kernel is called with: C# expressions, references with <c>ref</c> in front of them.</summary>
/// <param name="Left">x, or dz of an input gradient.</param>
/// <param name="Right">W, or dz of a weight gradient.</param>
/// <param name="Result">a, dW or dx.</param>
/// <param name="Scratch">Room for what the kernel copies.</param>
/// <param name="Samples">How many rows.</param>
internal sealed record ProductOperands(string Left, string Right, string Result, string Scratch, string Samples)
{
    /// <summary>The bias, or the shift beside a scale; of a forward kernel that has one.</summary>
    public string Shift { get; init; } = "";

    /// <summary>The scale; of a forward kernel that has one.</summary>
    public string Scale { get; init; } = "";

    /// <summary>The rows that are added; of a kernel that adds any.</summary>
    public string Added { get; init; } = "";

    /// <summary>Whether the result is added to what is there; of a weight gradient.</summary>
    public string Accumulate { get; init; } = "";
}

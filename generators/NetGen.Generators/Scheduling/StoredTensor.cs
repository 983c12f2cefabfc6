using NetGen.Generators.Graph;

namespace NetGen.Generators.Scheduling;

/// <summary>A parameter or a state in its flat buffer.</summary>
/// <param name="Value">Which one.</param>
/// <param name="Offset">Where it starts, in floats.</param>
internal sealed record StoredTensor(Value Value, int Offset)
{
    /// <summary>The tensor.</summary>
    public TensorSpec Tensor => Value.Tensor!;

    /// <summary>The number of elements.</summary>
    public int Length => Tensor.Length;

    /// <summary>PyTorch's name.</summary>
    public string Name => Tensor.Name;
}

using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Model;

namespace NetGen.Generators.Lowering;

/// <summary>Takes the operations of a forward pass, one after the other.</summary>
internal sealed class GraphBuilder
{
    private readonly ImmutableArray<Operation>.Builder _operations = ImmutableArray.CreateBuilder<Operation>();

    /// <summary>What was appended so far.</summary>
    public ImmutableArray<Operation> Operations => _operations.ToImmutable();

    /// <summary>Appends an operation; its result.</summary>
    public Value Append(Operation operation)
    {
        _operations.Add(operation);
        return operation.Result;
    }

    /// <summary>A new value per sample.</summary>
    /// <param name="letter">Its letter in formulas; the layer's number follows.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="shape">One sample of it.</param>
    /// <param name="role">What it is.</param>
    public static Value PerSample(string letter, int layer, Shape shape, ValueRole role = ValueRole.Activation) =>
        new(Symbol(letter, layer), shape, role, ValueExtent.Sample, layer);

    /// <summary>A new value per batch.</summary>
    public static Value PerBatch(string letter, int layer, Shape shape) => new(Symbol(letter, layer), shape, ValueRole.Saved, ValueExtent.Batch, layer);

    /// <summary>A parameter.</summary>
    /// <param name="letter">Its letter in formulas; the layer's number follows.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="tensor">The tensor.</param>
    public static Value Parameter(string letter, int layer, TensorSpec tensor) => Kept(letter, layer, tensor, ValueRole.Parameter);

    /// <summary>A state.</summary>
    /// <param name="letter">Its letter in formulas; the layer's number follows.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="tensor">The tensor.</param>
    public static Value State(string letter, int layer, TensorSpec tensor) => Kept(letter, layer, tensor, ValueRole.State);

    private static Value Kept(string letter, int layer, TensorSpec tensor, ValueRole role) =>
        new(Symbol(letter, layer), new Shape(tensor.IsTransposed ? tensor.Shape.Reverse().ToImmutableArray() : tensor.Shape), role, ValueExtent.Network, layer, tensor);

    private static string Symbol(string letter, int layer) => letter + layer.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Model;

/// <summary>A network as declared, free of Roslyn's objects: what analysis, lowering and the tests' interpreter read.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">What it receives.</param>
/// <param name="Layers">At least one: the roots of a tree, since residual blocks and repeated blocks have layers inside.</param>
/// <param name="Loss">What it is trained on.</param>
/// <param name="PrintGraph">Whether its graph is written into the emitted file as a comment.</param>
internal sealed record NetworkSpec(TypeSpec Type, InputSpec Input, EquatableArray<LayerSpec> Layers, LossSpec Loss, bool PrintGraph = false)
{
    /// <summary>
    /// Every layer that computes something, in the order of the forward pass: a residual block comes after the layers inside it, as its addition does. A layer's
    /// number is its place here, from 1.
    /// </summary>
    public IReadOnlyList<LayerSpec> Steps => [.. LayerTree.Steps(Layers)];

    /// <summary>What the last layer gives per sample.</summary>
    public Shape Output => Layers[Layers.Count - 1].Output;

    /// <summary>Targets per sample.</summary>
    public long TargetSize => Loss.TakesClassIndices ? 1 : Output.Size;
}

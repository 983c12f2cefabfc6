using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Model;

/// <summary>A network as declared, free of Roslyn's objects: what analysis, lowering and the tests' interpreter read.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">What it receives.</param>
/// <param name="Layers">At least one.</param>
/// <param name="Loss">What it is trained on.</param>
internal sealed record NetworkSpec(TypeSpec Type, InputSpec Input, EquatableArray<LayerSpec> Layers, LossSpec Loss)
{
    /// <summary>What the last layer gives a sample.</summary>
    public Shape Output => Layers[Layers.Count - 1].Output;

    /// <summary>Targets a sample.</summary>
    public long TargetSize => Loss.TakesClassIndices ? 1 : Output.Size;
}

namespace NetGen.Generators.Model.Layers;

/// <summary>One repetition of a block that was declared as a class of its own.</summary>
/// <param name="Name">The repetition's name, <c>PreActivation2</c>: what stands before the names of the layers inside.</param>
/// <param name="Input">What it receives.</param>
/// <param name="Body">The layers of the class; at least one.</param>
/// <param name="DeclaredBy">The fully qualified name (<c>global::</c>) of the class. Repetitions of one declaration have the same.</param>
internal sealed record BlockSpec(string Name, Shape Input, EquatableArray<LayerSpec> Body, string DeclaredBy)
    : LayerSpec(Name, Input, Body[Body.Count - 1].Output)
{
    /// <inheritdoc/>
    public override string Kind => "Block";

    /// <inheritdoc/>
    public override EquatableArray<LayerSpec> Body { get; init; } = Body;

    /// <inheritdoc/>
    public override string DeclaredBy { get; init; } = DeclaredBy;

    /// <inheritdoc/>
    public override bool IsStep => false;

    /// <inheritdoc/>
    public override LayerSpec WithInput(Shape input) => new BlockSpec(Name, input, LayerTree.WithInput(Body, input), DeclaredBy);
}

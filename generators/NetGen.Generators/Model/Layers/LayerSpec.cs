namespace NetGen.Generators.Model.Layers;

/// <summary>One layer, as declared. Each kind is a record of its own.</summary>
/// <param name="Name">By which members, tensors and messages call it; a valid identifier without <c>@</c>.</param>
/// <param name="Input">What it receives a sample.</param>
/// <param name="Output">What it gives a sample.</param>
internal abstract record LayerSpec(string Name, Shape Input, Shape Output)
{
    /// <summary>What users call the kind, and the stem of default names.</summary>
    public abstract string Kind { get; }

    /// <summary>The function at the layer's end; identity where there is none.</summary>
    public abstract ActivationSpec Activation { get; init; }
}

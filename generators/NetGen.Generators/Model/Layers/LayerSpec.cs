namespace NetGen.Generators.Model.Layers;

/// <summary>One layer, as declared. Each kind is a record of its own; those with layers inside are the branches of the tree that a network is.</summary>
/// <param name="Name">
/// By which members, tensors and messages call it; an identifier without <c>@</c>, behind those of the blocks it is in: <c>PreActivation2.Dense1</c>.
/// </param>
/// <param name="Input">What it receives per sample.</param>
/// <param name="Output">What it gives per sample.</param>
internal abstract record LayerSpec(string Name, Shape Input, Shape Output)
{
    /// <summary>What users call the kind, and the stem of default names.</summary>
    public abstract string Kind { get; }

    /// <summary>The function at the layer's end; identity where there is none.</summary>
    public virtual ActivationSpec Activation { get; init; } = ActivationSpec.Identity;

    /// <summary>The layers inside, in order.</summary>
    public virtual EquatableArray<LayerSpec> Body
    {
        get => default;
        init => throw new InvalidOperationException($"A layer of the kind {Kind} has no layers inside.");
    }

    /// <summary>How users reach its parameters.</summary>
    public virtual LayerView View => LayerView.None;

    /// <summary>
    /// What the layer's function depends on beside its shapes, activation and parameters, in a few words: it becomes part of the architecture's text. Empty for
    /// most; what matters in training alone is left out.
    /// </summary>
    public virtual string Settings => "";

    /// <summary>The fully qualified name of the class that declares the layers inside; empty where the network's own does.</summary>
    public virtual string DeclaredBy
    {
        get => "";
        init => throw new InvalidOperationException($"The layers inside a layer of the kind {Kind} are declared where it is.");
    }

    /// <summary>The number that the kind takes besides sizes: a rate, a deviation, an epsilon; 0 where there is none.</summary>
    public virtual double Setting => 0;

    /// <summary>Whether the layer itself computes something, after the layers inside; false for one that is nothing but those.</summary>
    public virtual bool IsStep => true;

    /// <summary>Whether the layer mixes the features of each position of the axes before the last one by themselves, with the same weights for all.</summary>
    public virtual bool IsPositionwise => false;

    /// <summary>The same declaration where it receives another shape.</summary>
    public virtual LayerSpec WithInput(Shape input) => this with { Input = input, Output = input };
}

namespace NetGen.Generators.Model;

/// <summary>What the network is trained on.</summary>
/// <param name="Kind">Which loss.</param>
/// <param name="Delta">Where Huber's loss turns from a square into a line.</param>
/// <param name="CustomType">The fully qualified name (<c>global::</c>) of the user's own type, empty otherwise.</param>
internal sealed record LossSpec(LossKind Kind, double Delta = 1, string CustomType = "")
{
    /// <summary>Whether targets are class indices, one a sample.</summary>
    public bool TakesClassIndices => Kind == LossKind.SoftmaxCrossEntropy;

    /// <summary>What users call it.</summary>
    public string Name => Kind == LossKind.Custom ? TypeNames.Short(CustomType) : Kind.ToString();
}

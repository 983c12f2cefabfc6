namespace NetGen.Generators.Model;

/// <summary>An activation function.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Alpha">The parameter of leaky ReLU and ELU, with its default filled in; 0 for all others.</param>
/// <param name="CustomType">The fully qualified name (<c>global::</c>) of the user's own type, empty otherwise.</param>
/// <param name="Formula">
/// What the user's own type computes, in the words of <c>NetGen.ActivationFormulaAttribute</c>, for the analysis of the signal; empty where it is not
/// declared.
/// </param>
internal sealed record ActivationSpec(ActivationKind Kind, double Alpha = 0, string CustomType = "", string Formula = "")
{
    /// <summary>phi(z) = z.</summary>
    public static ActivationSpec Identity { get; } = new(ActivationKind.Identity);

    /// <summary>What users call it.</summary>
    public string Name => Kind == ActivationKind.Custom ? TypeNames.Short(CustomType) : Kind.ToString();

    /// <summary>phi as formulas write it: <c>tanh</c>, <c>leakyRelu</c>.</summary>
    public string Symbol => Name.Length == 0 ? "phi" : char.ToLowerInvariant(Name[0]) + Name.Substring(1);
}

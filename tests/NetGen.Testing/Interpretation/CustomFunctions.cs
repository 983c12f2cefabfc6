using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation;

/// <summary>What the interpreter takes for the activations and losses of the user's own, by their fully qualified names (<c>global::</c>).</summary>
internal sealed record CustomFunctions(
    ImmutableDictionary<string, ElementwiseFunction> Activations,
    ImmutableDictionary<string, LossFunction> Losses)
{
    /// <summary>None.</summary>
    public static CustomFunctions Empty { get; } = new(ImmutableDictionary<string, ElementwiseFunction>.Empty, ImmutableDictionary<string, LossFunction>.Empty);
}

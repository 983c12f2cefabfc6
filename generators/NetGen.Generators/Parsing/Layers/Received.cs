using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>What a layer receives, as far as initializers ask.</summary>
/// <param name="IsLogistic">Whether the values are those of logistic units, whose mean rests at 1/2.</param>
/// <param name="Words">What messages call it.</param>
internal sealed record Received(bool IsLogistic, string Words)
{
    /// <summary>The network's own input.</summary>
    public static Received Input { get; } = new(false, "the network's input");

    /// <summary>What an activation gives; null where that is not known.</summary>
    public static Received? From(ActivationSpec? activation) =>
        activation is null ? null : new(activation.Kind == ActivationKind.Sigmoid, "Activation." + activation.Name);

    /// <summary>What a layer without an activation gives.</summary>
    public static Received From(string layer) => new(false, "what '" + layer + "' gives");
}

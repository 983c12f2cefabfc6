using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>
/// What is known of a network, be its declaration right or wrong. Where it is wrong, the generator emits the members whose shape is known, so that the
/// one true error is not buried under a hundred missing members.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Input">What the network receives; null where that is missing or wrong.</param>
/// <param name="Layers">
/// The layers whose shapes are known; in error some may be missing. Their names are always valid, free and distinct, so that members can bear them.
/// </param>
/// <param name="Output">What the last layer gives; null where that is not known.</param>
/// <param name="Loss">What the network is trained on; null where the attribute is wrong.</param>
/// <param name="TakenNames">Members of the user's own that bear names of emitted ones: those cannot be emitted. Empty without errors.</param>
/// <param name="HasErrors">Whether anything is wrong.</param>
/// <param name="CanBeExtended">
/// Whether emitted code can be added to the class at all: false where it is not partial, generic, no class, of one file only and the like.
/// </param>
/// <param name="PrintGraph">Whether the network's graph is written into the emitted file as a comment.</param>
internal sealed record NetworkDeclaration(
    TypeSpec Type,
    InputSpec? Input,
    EquatableArray<LayerSpec> Layers,
    Shape? Output,
    LossSpec? Loss,
    EquatableArray<string> TakenNames,
    bool HasErrors,
    bool CanBeExtended,
    bool PrintGraph = false)
{
    /// <summary>The network, or null where the declaration is in error.</summary>
    public NetworkSpec? ToSpec() =>
        HasErrors || Input is null || Loss is null || Layers.Count == 0 ? null : new NetworkSpec(Type, Input, Layers, Loss, PrintGraph);
}

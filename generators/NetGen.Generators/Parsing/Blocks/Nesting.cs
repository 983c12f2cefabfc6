using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>What is inside of too many brackets.</summary>
internal static class Nesting
{
    /// <summary>Reports it.</summary>
    public static void Report(LayerSequence layers, NetworkAttribute attribute)
    {
        var most = Numbers.Text((long)Limits.Nesting);
        layers.Scope.Errors.Add(
            StructureRules.SizeTooLarge,
            ErrorPlace.Of(attribute.Data),
            "'" + layers.Scope.Network.Name + "'",
            "more than " + most + " blocks inside one another",
            most,
            "let blocks follow one another");
    }
}

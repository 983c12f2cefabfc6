using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>Reads <c>[BeginResidual]</c>.</summary>
internal sealed class BeginResidualParser : LayerParser
{
    /// <inheritdoc/>
    public override void Read(LayerSequence layers, NetworkAttribute attribute)
    {
        if (layers.Scope.Depth + layers.OpenBlocks == Limits.Nesting)
        {
            Nesting.Report(layers, attribute);
        }

        layers.Open(attribute);
    }

    /// <inheritdoc/>
    public override string? Stem(NetworkAttribute attribute) => null;

    /// <inheritdoc/>
    public override int Names(NetworkAttribute attribute) => 0;
}

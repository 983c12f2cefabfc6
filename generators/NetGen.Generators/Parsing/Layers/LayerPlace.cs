namespace NetGen.Generators.Parsing.Layers;

/// <summary>Where one step of a network is declared.</summary>
/// <param name="Attribute">The attribute; that of a closing bracket for a residual block.</param>
/// <param name="Reader">Reads it and takes errors.</param>
/// <param name="Block">The network's own attribute that names the block it is in; null for a layer that the network's class declares itself.</param>
/// <param name="CanBeShown">Whether messages can point at the attribute; false for one in another assembly or in a file that a tool has written.</param>
internal sealed record LayerPlace(NetworkAttribute Attribute, AttributeReader Reader, NetworkAttribute? Block, bool CanBeShown)
{
    /// <summary>The attribute at which messages point.</summary>
    public NetworkAttribute Shown => CanBeShown || Block is null ? Attribute : Block;
}

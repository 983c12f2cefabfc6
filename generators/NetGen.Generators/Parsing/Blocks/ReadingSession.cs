using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>What the reading of one network, or of one block by itself, shares between its layers.</summary>
/// <param name="blocks">The classes of layers that it uses.</param>
/// <param name="size">Adds up the layers' sizes.</param>
/// <param name="cancellationToken">Honoured from attribute to attribute.</param>
internal sealed class ReadingSession(BlockClasses blocks, SizeChecks size, CancellationToken cancellationToken)
{
    private int _layers;

    /// <summary>The classes of layers that it uses.</summary>
    public BlockClasses Blocks { get; } = blocks;

    /// <summary>Adds up the layers' sizes.</summary>
    public SizeChecks Size { get; } = size;

    /// <summary>Honoured from attribute to attribute.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The attribute of the class itself that is being read, be it for what is inside of it.</summary>
    public NetworkAttribute? Current { get; set; }

    /// <summary>Whether there are too many layers, so that no more are read.</summary>
    public bool IsFull => _layers > Limits.Layers;

    /// <summary>Counts one layer, and reports the first that is too many.</summary>
    public void Count(string network, ErrorList errors)
    {
        if (++_layers == Limits.Layers + 1)
        {
            var most = Numbers.Text((long)Limits.Layers);
            errors.Add(
                StructureRules.SizeTooLarge,
                ErrorPlace.Of(Current!.Data, "Times"),
                "'" + network + "'",
                "more than " + most + " layers",
                most,
                "declare fewer layers, or repeat blocks fewer times");
        }
    }
}

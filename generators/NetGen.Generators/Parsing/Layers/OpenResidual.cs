using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>The layers that are being gathered between two brackets, or outside of all.</summary>
/// <param name="Begin">The opening bracket; null outside of all.</param>
/// <param name="Input">What the first layer receives; null where that is not known.</param>
/// <param name="IsCertain">Whether that is known, not guessed.</param>
internal sealed record OpenResidual(NetworkAttribute? Begin, Shape? Input, bool IsCertain)
{
    /// <summary>The layers so far, as far as they are known.</summary>
    public List<LayerSpec> Layers { get; } = [];

    /// <summary>The first attribute of each.</summary>
    public List<NetworkAttribute> Starts { get; } = [];

    /// <summary>Whether anything has been declared, known or not.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether every layer that has been declared is known.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Adds a layer; null for one that is not known.</summary>
    public void Add(LayerSpec? layer, NetworkAttribute start)
    {
        IsEmpty = false;
        if (layer is null)
        {
            IsComplete = false;
            return;
        }

        Layers.Add(layer);
        Starts.Add(start);
    }

    /// <summary>Takes over the layers of brackets of which no block can be made: they are known all the same.</summary>
    public void AddPieces(OpenResidual inner)
    {
        Layers.AddRange(inner.Layers);
        Starts.AddRange(inner.Starts);
        IsEmpty = false;
        IsComplete = false;
    }
}

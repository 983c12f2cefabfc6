using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation.Layers;

namespace NetGen.Testing.Interpretation;

/// <summary>What a layer's reading may have to know beyond its own specification.</summary>
/// <param name="network">The network around it.</param>
/// <param name="custom">The user's functions.</param>
/// <param name="readings">How the layers inside are read.</param>
internal sealed class ReadingContext(NetworkSpec network, CustomFunctions custom, LayerReadings readings)
{
    private readonly ImmutableDictionary<string, int> _numbers =
        network.Steps.Select(static (layer, index) => KeyValuePair.Create(layer.Name, index + 1)).ToImmutableDictionary();

    /// <summary>The user's functions.</summary>
    public CustomFunctions Custom => custom;

    /// <summary>A layer's place among those that compute something, from 1: what its random numbers depend on.</summary>
    public int Number(LayerSpec layer) => _numbers[layer.Name];

    /// <summary>Layers one after the other, as one.</summary>
    public SequenceReading Read(EquatableArray<LayerSpec> layers) => new([.. layers.Select(layer => readings.Read(layer, this))]);

    /// <summary>One layer.</summary>
    public LayerReading Read(LayerSpec layer) => readings.Read(layer, this);
}

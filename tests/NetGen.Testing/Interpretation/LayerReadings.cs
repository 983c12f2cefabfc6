using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation.Layers;

namespace NetGen.Testing.Interpretation;

/// <summary>How each kind of layer is read; a test may put in a wrong one.</summary>
internal sealed class LayerReadings
{
    private readonly ImmutableDictionary<Type, Func<LayerSpec, ReadingContext, LayerReading>> _kinds;

    private LayerReadings(ImmutableDictionary<Type, Func<LayerSpec, ReadingContext, LayerReading>> kinds) => _kinds = kinds;

    /// <summary>The right ones.</summary>
    public static LayerReadings Standard { get; } = new LayerReadings(ImmutableDictionary<Type, Func<LayerSpec, ReadingContext, LayerReading>>.Empty)
        .With<DenseSpec>(static (layer, context) => new DenseReading(layer, context.Custom))
        .With<ActivationLayerSpec>(static (layer, context) => new ActivationLayerReading(layer, context.Custom))
        .With<DropoutSpec>(static (layer, context) => new DropoutReading(layer, context.Number(layer)))
        .With<AlphaDropoutSpec>(static (layer, context) => new AlphaDropoutReading(layer, context.Number(layer)))
        .With<GaussianNoiseSpec>(static (layer, context) => new GaussianNoiseReading(layer, context.Number(layer)))
        .With<BatchNormalizationSpec>(static (layer, _) => new BatchNormalizationReading(layer))
        .With<LayerNormalizationSpec>(static (layer, _) => new LayerNormalizationReading(layer))
        .With<RmsNormalizationSpec>(static (layer, _) => new RmsNormalizationReading(layer))
        .With<FlattenSpec>(static (_, _) => new FlattenReading())
        .With<ResidualSpec>(static (layer, context) => new ResidualReading(layer, context))
        .With<BlockSpec>(static (layer, context) => context.Read(layer.Body));

    /// <summary>The same, but for one kind.</summary>
    public LayerReadings With<TSpec>(Func<TSpec, ReadingContext, LayerReading> read)
        where TSpec : LayerSpec => new(_kinds.SetItem(typeof(TSpec), (layer, context) => read((TSpec)layer, context)));

    /// <summary>The same, but every layer of one kind is read by what is made of its right reading.</summary>
    public LayerReadings Changed<TSpec>(Func<TSpec, LayerReading, LayerReading> change)
        where TSpec : LayerSpec
    {
        var right = _kinds[typeof(TSpec)];
        return With<TSpec>((layer, context) => change(layer, right(layer, context)));
    }

    /// <summary>The layers of a network, as one.</summary>
    public SequenceReading Read(NetworkSpec network, CustomFunctions custom) => new ReadingContext(network, custom, this).Read(network.Layers);

    /// <summary>One layer.</summary>
    public LayerReading Read(LayerSpec layer, ReadingContext context) => _kinds.TryGetValue(layer.GetType(), out var read)
        ? read(layer, context)
        : throw new NotSupportedException($"The interpreter has no reading of {layer.GetType().Name}; register one in {nameof(LayerReadings)}.");
}

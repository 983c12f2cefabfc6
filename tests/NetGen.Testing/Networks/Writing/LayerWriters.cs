using NetGen.Generators.Model.Layers;
using static NetGen.Testing.Networks.Writing.Literals;

namespace NetGen.Testing.Networks.Writing;

/// <summary>How the attributes of each kind of layer are written. A new kind is one row.</summary>
internal static class LayerWriters
{
    private static readonly Dictionary<Type, Writer> s_kinds = new()
    {
        [typeof(DenseSpec)] = DenseWriter.Write,
        [typeof(ActivationLayerSpec)] = One<ActivationLayerSpec>(static (layer, list) => list.Line(layer, Generic("Activation", layer.Activation), Activation(layer.Activation))),
        [typeof(DropoutSpec)] = One<DropoutSpec>(static (layer, list) => list.Line(layer, "Dropout", Number(layer.Rate))),
        [typeof(AlphaDropoutSpec)] = One<AlphaDropoutSpec>(static (layer, list) => list.Line(layer, "AlphaDropout", Number(layer.Rate))),
        [typeof(GaussianNoiseSpec)] = One<GaussianNoiseSpec>(static (layer, list) => list.Line(layer, "GaussianNoise", Number(layer.StandardDeviation))),
        [typeof(BatchNormalizationSpec)] = One<BatchNormalizationSpec>(static (layer, list) =>
            list.Line(layer, "BatchNormalization", [.. Unless(layer.Momentum == 0.1, "Momentum", layer.Momentum), .. Epsilon(layer.Epsilon)])),
        [typeof(LayerNormalizationSpec)] = One<LayerNormalizationSpec>(static (layer, list) => list.Line(layer, "LayerNormalization", Epsilon(layer.Epsilon))),
        [typeof(RmsNormalizationSpec)] = One<RmsNormalizationSpec>(static (layer, list) => list.Line(layer, "RmsNormalization", Epsilon(layer.Epsilon))),
        [typeof(FlattenSpec)] = One<FlattenSpec>(static (layer, list) => list.Line(layer, "Flatten")),
        [typeof(ResidualSpec)] = One<ResidualSpec>(static (layer, list) =>
        {
            list.Line("BeginResidual");
            list.Write(layer.Body);
            list.Line(layer, "EndResidual", layer.Projection is null ? [] : ["Projection = true"]);
        }),
        [typeof(BlockSpec)] = BlockWriter.Write,
    };

    /// <summary>Writes the attribute of the first of some layers.</summary>
    /// <param name="layers">The layer and those after it, at least one.</param>
    /// <param name="list">Takes the attribute.</param>
    /// <returns>How many of the layers the attribute declares.</returns>
    public delegate int Writer(ReadOnlySpan<LayerSpec> layers, LayerListWriter list);

    /// <inheritdoc cref="Writer"/>
    public static int Write(ReadOnlySpan<LayerSpec> layers, LayerListWriter list) => s_kinds.TryGetValue(layers[0].GetType(), out var write)
        ? write(layers, list)
        : throw new NotSupportedException($"{layers[0].GetType().Name} cannot be written as a declaration; register it in {nameof(LayerWriters)}.");

    /// <summary>The writer of a kind each of whose attributes declares one layer.</summary>
    public static Writer One<TSpec>(Action<TSpec, LayerListWriter> write)
        where TSpec : LayerSpec => (layers, list) =>
        {
            write((TSpec)layers[0], list);
            return 1;
        };

    private static IEnumerable<string> Epsilon(double epsilon) => Unless(epsilon == 1e-5, "Epsilon", epsilon);
}

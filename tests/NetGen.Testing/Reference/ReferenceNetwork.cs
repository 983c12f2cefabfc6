using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Reference;

/// <summary>Reads the network of a <see cref="LayerReferenceCase"/>: the layers by their kinds, residual blocks as brackets.</summary>
internal sealed class ReferenceNetwork
{
    private static readonly Dictionary<string, Action<ReferenceNetwork, JsonElement>> s_kinds = new()
    {
        ["dense"] = static (network, layer) => network.Add("Dense", (name, input) => Dense(name, input, layer.GetProperty("units").GetInt32(), ReadActivation(layer))),
        ["activation"] = static (network, layer) => network.Add("Activation", (name, input) => new ActivationLayerSpec(name, input, ReadActivation(layer))),
        ["batch_normalization"] = static (network, layer) =>
            network.Add("BatchNormalization", (name, input) => new BatchNormalizationSpec(name, input, Number(layer, "momentum", 0.1), Number(layer, "epsilon", 1e-5))),
        ["layer_normalization"] = static (network, layer) => network.Add("LayerNormalization", (name, input) => new LayerNormalizationSpec(name, input, Number(layer, "epsilon", 1e-5))),
        ["rms_normalization"] = static (network, layer) => network.Add("RmsNormalization", (name, input) => new RmsNormalizationSpec(name, input, Number(layer, "epsilon", 1e-5))),
        ["flatten"] = static (network, _) => network.Add("Flatten", static (name, input) => new FlattenSpec(name, input)),
        ["begin_residual"] = static (network, _) => network.Begin(),
        ["end_residual"] = static (network, layer) => network.End(layer.TryGetProperty("projection", out var projection) && projection.GetBoolean()),
    };

    private readonly Dictionary<string, int> _numbers = [];
    private readonly Stack<(Shape Input, ImmutableArray<LayerSpec>.Builder Outer)> _open = [];
    private ImmutableArray<LayerSpec>.Builder _layers = ImmutableArray.CreateBuilder<LayerSpec>();
    private Shape _shape;

    private ReferenceNetwork(Shape input) => _shape = input;

    /// <summary>Reads a network.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="name">What its class is called.</param>
    public static NetworkSpec Read(JsonElement root, string name)
    {
        var input = new Shape(root.GetProperty("input_shape").EnumerateArray().Select(static extent => extent.GetInt32()).ToImmutableArray());
        var network = new ReferenceNetwork(input);
        foreach (var layer in root.GetProperty("layers").EnumerateArray())
        {
            var kind = layer.GetProperty("kind").GetString()!;
            var add = s_kinds.GetValueOrDefault(kind) ?? throw new NotSupportedException($"The reference has a layer '{kind}', which has no counterpart here.");
            add(network, layer);
            if (layer.TryGetProperty("output_shape", out var shape) && !shape.EnumerateArray().Select(static extent => extent.GetInt32()).SequenceEqual(network._shape.Extents))
            {
                throw new InvalidOperationException($"{name}: '{kind}' gives {network._shape} here and {shape} in the reference.");
            }
        }

        var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
        return new NetworkSpec(type, new InputSpec(input), network._layers.ToImmutable(), ReferenceWords.Loss(root.GetProperty("loss").GetString()!));
    }

    private static ActivationSpec ReadActivation(JsonElement layer) => ReferenceWords.Activation(layer.GetProperty("activation").GetString()!);

    private static double Number(JsonElement layer, string property, double unset) => layer.TryGetProperty(property, out var value) ? value.GetDouble() : unset;

    private static DenseSpec Dense(string name, Shape input, int units, ActivationSpec activation) => new(name, input, units, activation, InitializerSpec.Zeros, InitializerSpec.Zeros);

    private void Begin()
    {
        _open.Push((_shape, _layers));
        _layers = ImmutableArray.CreateBuilder<LayerSpec>();
    }

    private void End(bool isProjected)
    {
        var body = _layers.ToImmutable();
        (var input, _layers) = _open.Pop();
        Add("Residual", (name, _) => new ResidualSpec(name, input, body, isProjected ? Dense(name, input, body[^1].Output.Last, ActivationSpec.Identity) with { Bias = null } : null));
    }

    private void Add(string kind, Func<string, Shape, LayerSpec> create)
    {
        var number = _numbers[kind] = _numbers.GetValueOrDefault(kind) + 1;
        _layers.Add(create(kind + number.ToString(CultureInfo.InvariantCulture), _shape));
        _shape = _layers[^1].Output;
    }
}

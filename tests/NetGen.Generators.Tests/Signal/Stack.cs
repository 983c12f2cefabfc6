using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Rules;

namespace NetGen.Generators.Tests.Signal;

/// <summary>Declares layers one after the other, under the names that the parser would give them.</summary>
internal sealed class Stack
{
    private readonly string _prefix;
    private readonly List<LayerSpec> _layers = [];
    private readonly Dictionary<string, int> _numbers;
    private Shape _shape;

    public Stack(InputSpec input)
        : this(input.Shape, "", []) => Input = input;

    private Stack(Shape shape, string prefix, Dictionary<string, int> numbers) => (_shape, _prefix, _numbers, Input) = (shape, prefix, numbers, new(shape));

    private InputSpec Input { get; }

    private EquatableArray<LayerSpec> Layers => new([.. _layers]);

    public Stack Dense(int units, ActivationKind activation = ActivationKind.Identity, InitializerSpec? weights = null, bool useBias = true) => Add(new DenseSpec(
        Name("Dense"), _shape, units, Networks.Activation(activation), weights ?? NetworkEdits.Matched(activation), useBias ? InitializerSpec.Zeros : null));

    public Stack Activation(ActivationKind activation) => Add(new ActivationLayerSpec(Name("Activation"), _shape, Networks.Activation(activation)));

    public Stack Dropout(double rate) => Add(new DropoutSpec(Name("Dropout"), _shape, rate));

    public Stack AlphaDropout(double rate) => Add(new AlphaDropoutSpec(Name("AlphaDropout"), _shape, rate));

    public Stack GaussianNoise(double deviation) => Add(new GaussianNoiseSpec(Name("GaussianNoise"), _shape, deviation));

    public Stack BatchNormalization() => Add(new BatchNormalizationSpec(Name("BatchNormalization"), _shape));

    public Stack LayerNormalization() => Add(new LayerNormalizationSpec(Name("LayerNormalization"), _shape));

    public Stack RmsNormalization() => Add(new RmsNormalizationSpec(Name("RmsNormalization"), _shape));

    public Stack Flatten() => Add(new FlattenSpec(Name("Flatten"), _shape));

    public Stack Residual(Action<Stack> body, InitializerSpec? projection = null)
    {
        var name = Name("Residual");
        var inside = new Stack(_shape, _prefix, _numbers);
        body(inside);
        return Add(new ResidualSpec(
            name,
            _shape,
            inside.Layers,
            projection is null ? null : new DenseSpec(name, _shape, inside._shape.Last, ActivationSpec.Identity, projection, null)));
    }

    /// <summary>A class of layers, a number of times.</summary>
    public Stack Block(string type, int times, Action<Stack> body)
    {
        for (var time = 0; time < times; time++)
        {
            var name = Name(type);
            var inside = new Stack(_shape, name + ".", []);
            body(inside);
            Add(new BlockSpec(name, _shape, inside.Layers, "global::Tests." + type));
        }

        return this;
    }

    /// <summary>The same layers a number of times, each declared by itself.</summary>
    public Stack Times(int count, Action<Stack> layers)
    {
        for (var time = 0; time < count; time++)
        {
            layers(this);
        }

        return this;
    }

    public NetworkSpec Build(LossKind loss = LossKind.SoftmaxCrossEntropy) => new(
        new TypeSpec("Tests", ImmutableArray<string>.Empty, "Net", "Net", "Net", true), Input, Layers, new LossSpec(loss));

    private Stack Add(LayerSpec layer)
    {
        _layers.Add(layer);
        _shape = layer.Output;
        return this;
    }

    private string Name(string kind)
    {
        _numbers[kind] = _numbers.GetValueOrDefault(kind) + 1;
        return FormattableString.Invariant($"{_prefix}{kind}{_numbers[kind]}");
    }
}

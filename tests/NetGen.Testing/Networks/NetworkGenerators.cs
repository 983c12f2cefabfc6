using System.Collections.Immutable;
using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Testing.Networks;

/// <summary>
/// Random networks: 1 to 12 layers, widths 1 to 130 with exact multiples of the vector lengths and their neighbours among them, square layers, every
/// activation, initializer and loss, inputs of rank 1 to 3, batches of 1 to 70 and, one in twenty, of 257 to 530.
/// </summary>
internal static class NetworkGenerators
{
    /// <summary>What <see cref="Network"/> calls the namespace of its classes.</summary>
    public const string Namespace = "RandomNetworks";

    private static readonly Gen<int> s_width = Gen.Frequency(
        (4, Gen.Int[1, 16]),
        (2, Gen.OneOf(4, 8, 12, 16, 24, 32, 48, 64, 80, 96, 112, 128)),
        (2, Gen.Select(Gen.Int[1, 16], Gen.OneOf(-1, 1), static (vectors, off) => (vectors * 8) + off)),
        (1, Gen.Int[1, 130]));

    private static readonly Gen<Shape> s_inputShape = Gen.Frequency(
        (6, s_width.Select(static width => Shape.Of(width))),
        (2, Gen.Select(Gen.Int[1, 10], Gen.Int[1, 13], static (steps, features) => new Shape(ImmutableArray.Create(steps, features)))),
        (2, Gen.Select(Gen.Int[1, 6], Gen.Int[1, 7], Gen.Int[1, 3], static (height, width, channels) => new Shape(ImmutableArray.Create(height, width, channels)))));

    private static readonly Gen<ActivationSpec> s_activation = Gen.Select(Gen.Int[0, 17], Gen.Double[0.01, 1.5], static (kind, alpha) => kind switch
    {
        16 => new ActivationSpec(ActivationKind.Custom, CustomType: OwnTypes.BentIdentity),
        17 => new ActivationSpec(ActivationKind.Custom, CustomType: OwnTypes.Sine),
        (int)ActivationKind.LeakyRelu or (int)ActivationKind.Elu => new ActivationSpec((ActivationKind)kind, Math.Round(alpha, 3)),
        _ => new ActivationSpec((ActivationKind)kind),
    });

    // A number of each kind is drawn whether or not the initializer takes it; those it does not take keep their defaults.
    private static readonly Gen<InitializerSpec> s_weights = Gen.Select(
        Gen.Int[1, 16],
        Gen.OneOf(1.0, 1.0, 0.5, 5.0 / 3, InitializerSpec.ExactGain),
        Gen.Double[0.05, 2],
        Gen.Enum<FanModeKind>(),
        Gen.Enum<DistributionKind>(),
        static (number, gain, value, mode, distribution) => (InitializerKind)number switch
        {
            InitializerKind.CentredLogistic => new InitializerSpec(InitializerKind.Custom, CustomType: OwnTypes.Ramp),
            InitializerKind.Normal or InitializerKind.TruncatedNormal => new InitializerSpec((InitializerKind)number, StandardDeviation: value),
            InitializerKind.Uniform => new InitializerSpec(InitializerKind.Uniform, Limit: value),
            InitializerKind.Constant => new InitializerSpec(InitializerKind.Constant, Value: -value),
            InitializerKind.VarianceScaling => new InitializerSpec(InitializerKind.VarianceScaling, gain, Scale: value, Mode: mode, Distribution: distribution),
            InitializerKind.Zeros or InitializerKind.Ones or InitializerKind.TorchDefault => new InitializerSpec((InitializerKind)number),
            _ => new InitializerSpec((InitializerKind)number, gain),
        });

    private static readonly Gen<InitializerSpec> s_bias = Gen.Select(
        Gen.OneOf(
            InitializerKind.Zeros,
            InitializerKind.Ones,
            InitializerKind.Constant,
            InitializerKind.Normal,
            InitializerKind.TruncatedNormal,
            InitializerKind.Uniform,
            InitializerKind.TorchDefault,
            InitializerKind.Custom),
        Gen.Double[0.05, 2],
        static (kind, value) => kind switch
        {
            InitializerKind.Custom => new InitializerSpec(kind, CustomType: OwnTypes.Ramp),
            InitializerKind.Normal or InitializerKind.TruncatedNormal => new InitializerSpec(kind, StandardDeviation: value),
            InitializerKind.Uniform => new InitializerSpec(kind, Limit: value),
            InitializerKind.Constant => new InitializerSpec(kind, Value: value),
            _ => new InitializerSpec(kind),
        });

    private static readonly Gen<LayerDraw> s_layer = Gen.Select(
        Gen.Select(Gen.Int[0, 7], s_width, Gen.Int[0, 4]),
        Gen.Select(s_activation, s_weights, s_bias),
        Gen.Int[0, 3],
        static (form, parts, name) => new LayerDraw(form.Item1 == 0, form.Item3 == 0, form.Item2, parts.Item1, parts.Item2, parts.Item3, form.Item3, name == 0));

    private static readonly Gen<LossSpec> s_loss = Gen.Select(Gen.Int[-1, 4], Gen.Double[0.1, 2], static (kind, delta) => (LossKind)kind switch
    {
        LossKind.Custom => new LossSpec(LossKind.Custom, CustomType: OwnTypes.LogCosh),
        LossKind.Huber => new LossSpec(LossKind.Huber, Math.Round(delta, 3)),
        _ => new LossSpec((LossKind)kind),
    });

    private static readonly Gen<InputSpec> s_input = Gen.Select(s_inputShape, Gen.Int[0, 5], static (shape, form) => form switch
    {
        0 => new InputSpec(shape, Scale: 1.0 / 16, Min: 0, Max: 16),
        1 => new InputSpec(shape, Shift: -0.5, Mean: 0.5, StandardDeviation: 0.25),
        2 => new InputSpec(shape, Scale: -2.5, Shift: 0.125),
        _ => new InputSpec(shape),
    });

    // More samples than go through a layer at once, now and then.
    private static readonly Gen<int> s_samples = Gen.Frequency((7, Gen.OneOf(1, 4, 8, 16, 32, 64)), (12, Gen.Int[1, 70]), (1, Gen.Int[257, 530]));

    /// <summary>Random networks with the size of a batch and a seed for parameters and data.</summary>
    public static Gen<NetworkCase> Network { get; } = Gen.Select(
        s_input,
        Gen.Frequency((3, s_layer.Array[1, 4]), (1, s_layer.Array[5, 12])),
        s_loss,
        s_samples,
        Gen.Int[0, int.MaxValue - 1],
        static (input, layers, loss, samples, seed) => new NetworkCase(Assemble(input, layers, loss), samples, seed));

    /// <summary>The same networks at every call: as many as asked for, each under a name of its own.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed gives other networks.</param>
    public static ImmutableArray<NetworkCase> Draw(int count, uint seed)
    {
        var generator = new PCG(seed, 1);
        return [.. Enumerable.Range(0, count).Select(index => Network.Generate(generator, null, out _).Named(FormattableString.Invariant($"Network{index}")))];
    }

    private static NetworkSpec Assemble(InputSpec input, LayerDraw[] draws, LossSpec loss)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>();
        var shape = input.Shape;
        for (var i = 0; i < draws.Length; i++)
        {
            var isLast = i == draws.Length - 1;
            var number = 1 + layers.Count(layer => layer is ActivationLayerSpec == draws[i].IsActivationLayer);
            var name = FormattableString.Invariant($"{(draws[i].IsNamed ? "My" : "")}{(draws[i].IsActivationLayer ? "Activation" : "Dense")}{number}");
            layers.Add(draws[i].IsActivationLayer
                ? new ActivationLayerSpec(name, shape, draws[i].Activation)
                : Dense(draws[i], name, shape, layers, isLast && loss.TakesClassIndices ? 2 : 1));
            shape = layers[^1].Output;
        }

        if (loss.TakesClassIndices && (shape.Size < 2 || shape.Rank > 1))
        {
            loss = new LossSpec(LossKind.MeanSquaredError);
        }

        var type = new TypeSpec(Namespace, ImmutableArray<string>.Empty, "Network", "Network", "Network", IsPublic: true);
        var network = new NetworkSpec(type, input, layers.ToImmutable(), loss);

        // An exact gain follows from all that comes before; where some of that is not known while compiling, the declaration is refused.
        foreach (var parameters in InitializerResolution.Resolve(network).Where(static parameters => parameters.Weights.Problem.Length > 0))
        {
            var dense = (DenseSpec)layers[parameters.LayerIndex];
            layers[parameters.LayerIndex] = dense with { Weights = dense.Weights with { Gain = 1 } };
        }

        return network with { Layers = layers.ToImmutable() };
    }

    private static DenseSpec Dense(LayerDraw draw, string name, Shape input, IReadOnlyList<LayerSpec> former, int leastUnits)
    {
        // Square layers are where a transposed weight would fit.
        var units = Math.Max(leastUnits, draw.IsSquare && input.Size <= 130 ? (int)input.Size : draw.Units);
        var weights = draw.Weights;
        if (former.Count > 0 && former[^1].Activation.Kind == ActivationKind.Sigmoid && draw.BiasForm == 1)
        {
            weights = new InitializerSpec(InitializerKind.CentredLogistic);
        }

        // What biases have where nothing is declared follows from the weights' initializer.
        var unset = new InitializerSpec(weights.Kind is InitializerKind.TorchDefault or InitializerKind.CentredLogistic ? weights.Kind : InitializerKind.Zeros, IsDefault: true);
        var bias = draw.BiasForm switch
        {
            3 => null,
            4 => draw.Bias,
            _ => unset,
        };
        return new DenseSpec(name, input, units, draw.Activation, weights, bias);
    }

    private sealed record LayerDraw(
        bool IsActivationLayer,
        bool IsSquare,
        int Units,
        ActivationSpec Activation,
        InitializerSpec Weights,
        InitializerSpec Bias,
        int BiasForm,
        bool IsNamed);
}

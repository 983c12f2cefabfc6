using System.Collections.Immutable;
using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;
using NetGen.Testing.Networks.Drawing;

namespace NetGen.Testing.Networks;

/// <summary>
/// Random networks: 1 to 12 layers, widths 1 to 130 with exact multiples of the vector lengths and their neighbours among them, square layers, every
/// activation, initializer and loss, inputs of rank 1 to 3, batches of 1 to 70 and, one in twenty, of 257 to 530.
/// </summary>
internal static class NetworkGenerators
{
    /// <summary>What <see cref="Network"/> calls the namespace of its classes.</summary>
    public const string Namespace = "RandomNetworks";

    private static readonly Gen<LayerDraw> s_layer = Gen.Select(
        Gen.Select(Gen.Int[0, 7], ValueDraws.Width, Gen.Int[0, 4]),
        Gen.Select(ValueDraws.Activation, ValueDraws.Weights, ValueDraws.Bias),
        Gen.Int[0, 3],
        static (form, parts, name) => new LayerDraw(form.Item1 == 0, form.Item3 == 0, form.Item2, parts.Item1, parts.Item2, parts.Item3, form.Item3, name == 0));

    /// <summary>Random networks with the size of a batch and a seed for parameters and data.</summary>
    public static Gen<NetworkCase> Network { get; } = Gen.Select(
        ValueDraws.Input,
        Gen.Frequency((3, s_layer.Array[1, 4]), (1, s_layer.Array[5, 12])),
        ValueDraws.Loss,
        ValueDraws.Samples,
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

    /// <summary>The same networks of all kinds of layers at every call: as many as asked for, each under a name of its own.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed gives other networks.</param>
    public static ImmutableArray<NetworkCase> DrawTrees(int count, uint seed)
    {
        var generator = new PCG(seed, 1);
        return [.. Enumerable.Range(0, count).Select(index => NetworkDraw.Draw.Generate(generator, null, out _).Assemble(Namespace, FormattableString.Invariant($"Network{index}")))];
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

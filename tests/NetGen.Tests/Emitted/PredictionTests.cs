using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// For one size of batch and one vector width, prediction and the training pass give the same outputs bit for bit: trained towards its own predictions, a network
/// has a loss of exactly 0 and gradients of exactly 0. One sample's <c>ComputeLoss</c> and gradient with respect to the input may round otherwise.
/// </summary>
public sealed class PredictionTests(ITestOutputHelper output)
{
    private const int LargestBatch = 70;
    private const float OneSampleTolerance = 5e-6f;

    public static TheoryData<int> NarrowerWidths => [.. NarrowProcess.Widths];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(NarrowerWidths))]
    public void TrainedTowardsItsPredictions_ANetworkStaysAsItIsInNarrowerVectors(int bits) =>
        NarrowProcess.Run(bits, $"{typeof(PredictionTests).FullName}.{nameof(TrainedTowardsItsPredictions_ANetworkStaysAsItIs)}");

    [Fact]
    public void TrainedTowardsItsPredictions_ANetworkStaysAsItIs()
    {
        var cases = Networks().Select(static network => new NetworkCase(network, 0, 0)).ToImmutableArray();
        using var compiled = EmittedAssembly.Load(ForcedWidth.Apply(NetworkBatch.Generate(cases), ForcedWidth.Widest));
        var differences = cases.SelectMany(network => Differences(compiled.Create(network.MetadataName))).ToList();
        output.WriteLine(FormattableString.Invariant($"{cases.Length} networks, {ForcedWidth.Widest} bits: {differences.Count} differences"));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    // One line for each thing that is not 0, with the sizes of batches where it is not.
    private static IEnumerable<string> Differences(EmittedNetwork network)
    {
        var random = new Random(1);
        var parameters = network.Parameters.ToArray();
        foreach (var tensor in network.Tensors.Where(static tensor => tensor.Shape.Length == 1))
        {
            // Biases and the like start equal, and would hide an element at the wrong place.
            network.WriteTensor(tensor.Name, [.. network.ReadTensor(tensor.Name, parameters).Select(value => value + (0.2 * random.NextDouble()) - 0.1)]);
        }

        return Enumerable.Range(1, LargestBatch)
            .SelectMany(samples => Differences(network, samples, random).Select(what => (What: what, Samples: samples)))
            .ToLookup(static difference => difference.What, static difference => difference.Samples)
            .Select(difference => FormattableString.Invariant($"{network.Name}: {difference.Key} for {string.Join(", ", difference)} samples"));
    }

    private static IEnumerable<string> Differences(EmittedNetwork network, int samples, Random random)
    {
        float[] inputs = [.. Enumerable.Range(0, samples * network.InputSize).Select(_ => (2 * random.NextSingle()) - 1)];
        var outputs = new float[samples * network.OutputSize];
        network.Predict(inputs, outputs);
        var (gradients, others, inputGradients) = (new float[network.ParameterCount], new float[network.ParameterCount], new float[inputs.Length]);
        var loss = network.ComputeGradients(inputs, outputs, gradients);
        var other = network.ComputeGradients(inputs, outputs, others, inputGradients);

        // A sample alone has code of its own in small networks, without the gradient with respect to the input: those forms take the way of a batch.
        var least = samples == 1 ? OneSampleTolerance : 0;
        return new (string What, bool Holds)[]
        {
            ("the loss of training is not 0", loss == 0),
            ("a gradient is not 0", !gradients.AsSpan().ContainsAnyExcept(0f)),
            ("the loss of training is not 0 with the input gradient", other <= least * least),
            ("a gradient is not 0 with the input gradient", !others.AsSpan().ContainsAnyExceptInRange(-least, least)),
            ("an input gradient is not 0", !inputGradients.AsSpan().ContainsAnyExceptInRange(-least, least)),
            ("the loss of prediction is not 0", network.ComputeLoss(inputs, outputs) <= least * least),
            ("every output is 0, which says nothing", outputs.AsSpan().ContainsAnyExcept(0f)),
        }.Where(static check => !check.Holds).Select(static check => check.What);
    }

    // Of all forms: lanes, one sample, rows in tiles, rows of normalizations.
    private static IEnumerable<NetworkSpec> Networks() =>
    [
        Plain(8, ActivationKind.Tanh, 64, 64, 4),
        Plain(2, ActivationKind.Tanh, 8, 8, 2),
        Plain(4, ActivationKind.Gelu, 16, 16, 3),
        Plain(5, ActivationKind.Silu, 9, 7, 3),
        Plain(784, ActivationKind.Relu, 300, 100, 10),
        Plain(40, ActivationKind.Sigmoid, 70, 33, 17),
        Plain(100, ActivationKind.Elu, [.. Enumerable.Repeat(100, 12), 10]),
        Plain(6, ActivationKind.Softmax, 12, 12, 12, 12, 12, 12, 12, 12, 5),
        Normalized(12, 12),
        Normalized(96, 80),
    ];

    private static NetworkSpec Plain(int inputs, ActivationKind activation, params int[] sizes)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>();
        foreach (var (index, size) in sizes.Index())
        {
            var input = index == 0 ? inputs : sizes[index - 1];
            layers.Add(Dense($"Dense{index + 1}", Shape.Of(input), size, index == sizes.Length - 1 ? ActivationKind.Identity : activation));
        }

        return Network($"Plain{inputs}Of{sizes.Length}", inputs, layers.ToImmutable());
    }

    // A pre-activation block, and one with a projection.
    private static NetworkSpec Normalized(int inputs, int width)
    {
        var shape = Shape.Of(width);
        var block = ImmutableArray.Create<LayerSpec>(
            new LayerNormalizationSpec("LayerNormalization1", shape),
            new ActivationLayerSpec("Activation1", shape, new ActivationSpec(ActivationKind.Relu)),
            Dense("Dense2", shape, width, ActivationKind.Identity));
        var projected = ImmutableArray.Create<LayerSpec>(new RmsNormalizationSpec("RmsNormalization1", shape), Dense("Dense3", shape, 9, ActivationKind.Mish));
        return Network($"Normalized{inputs}", inputs, ImmutableArray.Create<LayerSpec>(
            Dense("Dense1", Shape.Of(inputs), width, ActivationKind.Identity),
            new ResidualSpec("Residual1", shape, block, Projection: null),
            new ResidualSpec("Residual2", shape, projected, Dense("Residual2", shape, 9, ActivationKind.Identity) with { Bias = null }),
            Dense("Dense4", Shape.Of(9), 4, ActivationKind.Identity)));
    }

    private static NetworkSpec Network(string name, int inputs, ImmutableArray<LayerSpec> layers) => new(
        new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true), new InputSpec(Shape.Of(inputs)), layers, new LossSpec(LossKind.MeanSquaredError));

    private static DenseSpec Dense(string name, Shape input, int units, ActivationKind activation) =>
        new(name, input, units, new ActivationSpec(activation), new InitializerSpec(InitializerKind.GlorotUniform), InitializerSpec.Zeros);
}

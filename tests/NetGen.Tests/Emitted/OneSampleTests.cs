using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>The straight-line code that small networks have for one sample, against the interpreter, and against their code for batches.</summary>
public sealed class OneSampleTests
{
    // That of the random networks.
    private const double Tolerance = 3e-5;
    private const double KinkMargin = 4e-6;

    // Input and layers: around the lengths of vectors, up to five layers.
    private static readonly int[][] s_sizes =
    [
        [1, 1], [2, 3], [3, 5, 2], [4, 4], [5, 9, 7, 3], [7, 8, 9], [8, 16, 8], [15, 17, 2], [16, 16, 16, 16], [17, 15, 33, 1], [31, 33, 32], [2, 3, 3, 3, 3, 2], [33, 31, 7, 5],
        [64, 64], [1, 128, 1], [9, 9, 9, 9, 9],
    ];

    private static readonly ActivationKind[] s_activations = [ActivationKind.Tanh, ActivationKind.Relu, ActivationKind.Sigmoid, ActivationKind.Identity, ActivationKind.LeakyRelu];
    private static readonly LossKind[] s_losses = [LossKind.MeanSquaredError, LossKind.SoftmaxCrossEntropy, LossKind.Huber];

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void OneTwoAndThreeSamples_AgreeWithTheInterpreter(int bits)
    {
        var cases = s_sizes.SelectMany(static (sizes, index) => Enumerable.Range(1, 3).Select(samples => Case(sizes, index, samples))).ToImmutableArray();
        var run = NetworkBatch.Generate(cases);
        foreach (var (network, deviations) in NetworkBatch.Compare(ForcedWidth.Apply(run, bits), NetworkBatch.Draw(cases, KinkMargin)))
        {
            var worst = deviations.MaxBy(static deviation => deviation.Relative)!;
            Assert.True(worst.Relative <= Tolerance, FormattableString.Invariant($"{worst.What} differ by {worst.Relative:e2} in {bits} bits:\n{network}"));
        }
    }

    [Fact]
    public void ASampleAsAValue_GivesTheBitsOfTheSpan()
    {
        var network = new TinyClassifier(seed: 3);
        TinyClassifier.Input input = default;
        for (var i = 0; i < TinyClassifier.InputSize; i++)
        {
            input[i] = (0.3f * i) - 0.7f;
        }

        var outputs = new float[TinyClassifier.OutputSize];
        network.Predict(input.AsReadOnlySpan(), outputs);
        Assert.Equal(outputs, network.Predict(in input).AsReadOnlySpan().ToArray());
    }

    [Fact]
    public void AnInfiniteUnit_StaysWhereItIs()
    {
        var network = new NarrowLayers(seed: 1);
        network.Dense2.Biases[0] = float.PositiveInfinity;
        var gradients = new float[NarrowLayers.ParameterCount];
        var loss = network.ComputeGradients([0.5f, -0.25f], [0.1f, 0.2f, 0.3f], gradients);

        // tanh makes one of it, with a derivative of zero: everything is finite, and what lies before that unit learns nothing by it.
        Assert.True(float.IsFinite(loss));
        Assert.All(gradients, static gradient => Assert.True(float.IsFinite(gradient)));
        var ofUnit = new float[3 * 3];
        NarrowLayers.GetTensor("Dense2.weight", gradients, ofUnit);
        Assert.All(ofUnit[..3], static gradient => Assert.Equal(0, gradient));
        Assert.All(ofUnit[3..], static gradient => Assert.NotEqual(0, gradient));
    }

    private static NetworkCase Case(int[] sizes, int index, int samples)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>();
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            var activation = layer == sizes.Length - 1 ? ActivationKind.Identity : s_activations[(index + layer) % s_activations.Length];
            layers.Add(new DenseSpec(
                FormattableString.Invariant($"Dense{layer}"),
                Shape.Of(sizes[layer - 1]),
                sizes[layer],
                new ActivationSpec(activation),
                new InitializerSpec(InitializerKind.Zeros),
                (index + layer) % 4 != 0 ? InitializerSpec.Zeros : null));
        }

        var loss = s_losses[index % s_losses.Length];
        if (loss == LossKind.SoftmaxCrossEntropy && sizes[^1] < 2)
        {
            loss = LossKind.MeanSquaredError;
        }

        var name = FormattableString.Invariant($"Network{index}Of{samples}");
        var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
        var input = index % 2 == 0 ? new InputSpec(Shape.Of(sizes[0])) : new InputSpec(Shape.Of(sizes[0]), 0.5, -0.25);
        return new NetworkCase(new NetworkSpec(type, input, layers.ToImmutable(), new LossSpec(loss)), samples, Seed: 1);
    }
}

using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using Xunit;

namespace NetGen.Generators.Tests.Graphs;

/// <summary>Declarations to operations, as printed graphs.</summary>
public sealed class LoweringTests
{
    [Fact]
    public void Dense_IsAProductAndItsActivation() => Lowers(
        Layers.Network(Shape.Of(3), Layers.Dense("Hidden", 4, ActivationKind.Tanh), Layers.Dense("Output", 2)),
        """
        z1 = x W1 + b1 : [samples][4]
        a1 = tanh(z1) : [samples][4]
        a2 = a1 W2 + b2 : [samples][2]
        """);

    [Fact]
    public void Dense_OnHigherRank_ActsOnTheLastAxis() => Lowers(
        Layers.Network(new Shape(ImmutableArray.Create(5, 3)), Layers.Dense("Hidden", 4), static shape => new FlattenSpec("Flatten1", shape)),
        """
        a1 = x W1 + b1 : [samples][5][4]
        a2 = reshape(a1) : [samples][20]
        """);

    [Fact]
    public void Residual_AddsWhatTheBlockReceived() => Lowers(
        Layers.Network(Shape.Of(4), Layers.Residual("Residual1", false, Layers.Dense("Inner", 4, ActivationKind.Relu))),
        """
        z1 = x W1 + b1 : [samples][4]
        a1 = relu(z1) : [samples][4]
        a2 = a1 + x : [samples][4]
        """);

    [Fact]
    public void Projection_BelongsToTheEndOfTheBlock() => Lowers(
        Layers.Network(Shape.Of(4), Layers.Residual("Residual1", true, Layers.Dense("Inner", 6))),
        """
        a1 = x W1 + b1 : [samples][6]
        z2 = x W2 : [samples][6]
        a2 = a1 + z2 : [samples][6]
        """);

    [Fact]
    public void Blocks_AreTheirLayers_AndHaveNoNumber() => Lowers(
        Layers.Network(
            Shape.Of(4),
            static shape => new BlockSpec("Twice1", shape, Layers.Body(shape, Layers.Dense("Twice1.Dense1", 4)), "global::Twice"),
            static shape => new BlockSpec("Twice2", shape, Layers.Body(shape, Layers.Dense("Twice2.Dense1", 4)), "global::Twice")),
        """
        a1 = x W1 + b1 : [samples][4]
        a2 = a1 W2 + b2 : [samples][4]
        """);

    [Fact]
    public void RandomLayers_KeepTheirMask() => Lowers(
        Layers.Network(
            Shape.Of(4),
            static shape => new DropoutSpec("Dropout1", shape, 0.25),
            static shape => new GaussianNoiseSpec("Noise", shape, 0.1),
            static shape => new AlphaDropoutSpec("AlphaDropout1", shape, 0.5)),
        """
        a1 = mask1 ? 1.33333 x : 0 : [samples][4], [samples][4]
        a2 = a1 + 0.1 normal : [samples][4]
        a3 = mask3 ? 0.886405 a2 + 0.779194 : -0.779194 : [samples][4], [samples][4]
        """);

    [Fact]
    public void Normalizations_SayWhatTheyNormalize() => Lowers(
        Layers.Network(
            Shape.Of(4),
            static shape => new BatchNormalizationSpec("BatchNormalization1", shape),
            static shape => new LayerNormalizationSpec("LayerNormalization1", shape),
            static shape => new RmsNormalizationSpec("RmsNormalization1", shape)),
        """
        a1 = gamma1 normalize(x) + beta1 over the batch : [samples][4], [2][4]
        a2 = gamma2 normalize(a1) + beta2 : [samples][4], [samples][1][2]
        a3 = gamma3 a2 / rms(a2) : [samples][4], [samples][1][1]
        """);

    [Fact]
    public void Rescaling_ComesFirst() => Lowers(
        Layers.Network(Shape.Of(2), Layers.Dense("Output", 1)) with { Input = new InputSpec(Shape.Of(2), Scale: 0.0625, Shift: -1) },
        """
        x = 0.0625 input - 1 : [samples][2]
        a1 = x W1 + b1 : [samples][1]
        """);

    private static void Lowers(NetworkSpec network, string graph) =>
        Assert.Equal(graph.ReplaceLineEndings("\n"), GraphPrinter.Print(Layers.Lower(network).Operations));
}

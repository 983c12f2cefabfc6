using NetGen.Generators.Differentiation;
using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using Xunit;

namespace NetGen.Generators.Tests.Graphs;

/// <summary>The backward pass, as printed graphs.</summary>
public sealed class DifferentiationTests
{
    [Fact]
    public void ALayer_GivesItsParametersGradientsAndItsInputs() => Differentiates(
        Layers.Network(Shape.Of(3), Layers.Dense("Hidden", 4, ActivationKind.Tanh), Layers.Dense("Output", 2)),
        """
        dW2 = a1^T da2, db2 = the sum of da2 over samples : [4][2], [2]
        da1 = da2 W2^T : [samples][4]
        dz1 = da1 tanh'(z1) : [samples][4]
        dW1 = x^T dz1, db1 = the sum of dz1 over samples : [3][4], [4]
        dx = dz1 W1^T : [samples][3]
        """);

    [Fact]
    public void AValueReadTwice_SumsItsGradients() => Differentiates(
        Layers.Network(Shape.Of(4), Layers.Dense("First", 4), Layers.Residual("Residual1", false, Layers.Dense("Inner", 4, useBias: false))),
        """
        dW2 = a1^T da3 : [4][4]
        da1 = da3 W2^T : [samples][4]
        da1_2 = da3 + da1 : [samples][4]
        dW1 = x^T da1_2, db1 = the sum of da1_2 over samples : [4][4], [4]
        dx = da1_2 W1^T : [samples][4]
        """);

    [Fact]
    public void RandomLayers_LetPassWhatTheyKept() => Differentiates(
        Layers.Network(Shape.Of(4), Layers.Dense("First", 4, useBias: false), static shape => new DropoutSpec("Dropout1", shape, 0.5), static shape => new GaussianNoiseSpec("Noise", shape, 1)),
        """
        da1 = mask2 ? 2 da3 : 0 : [samples][4]
        dW1 = x^T da1 : [4][4]
        dx = da1 W1^T : [samples][4]
        """);

    [Fact]
    public void Normalizations_GiveThreeGradients() => Differentiates(
        Layers.Network(Shape.Of(4), static shape => new LayerNormalizationSpec("LayerNormalization1", shape), static shape => new BatchNormalizationSpec("BatchNormalization1", shape)),
        """
        da1, dgamma2, dbeta2 = the adjoint of normalize(a1) over the batch at da2 : [samples][4], [4], [4]
        dx, dgamma1, dbeta1 = the adjoint of normalize(x) at da1 : [samples][4], [4], [4]
        """);

    private static void Differentiates(NetworkSpec network, string graph) =>
        Assert.Equal(graph.ReplaceLineEndings("\n"), GraphPrinter.Print(ReverseAccumulation.Differentiate(Layers.Lower(network)).Operations));
}

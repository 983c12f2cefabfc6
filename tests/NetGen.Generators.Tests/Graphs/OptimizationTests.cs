using System.Collections.Immutable;
using NetGen.Generators.Differentiation;
using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Optimization;
using Xunit;

namespace NetGen.Generators.Tests.Graphs;

/// <summary>Passes from graph to graph, an idea each, on printed graphs.</summary>
public sealed class OptimizationTests
{
    private static readonly NetworkGraph s_normalized = Layers.Lower(Layers.Network(
        Shape.Of(3),
        Layers.Dense("Hidden", 4),
        static shape => new BatchNormalizationSpec("BatchNormalization1", shape),
        Layers.Activate("Activation1", ActivationKind.Relu)));

    [Fact]
    public void IdentityRemoval_ReadsTheArgument() => Prints(
        IdentityRemoval.Run(Layers.Lower(Layers.Network(Shape.Of(3), Layers.Dense("Hidden", 4), Layers.Activate("Same", ActivationKind.Identity), Layers.Dense("Output", 2)))).Operations,
        """
        a1 = x W1 + b1 : [samples][4]
        a3 = a1 W3 + b3 : [samples][2]
        """);

    [Fact]
    public void RectificationFusion_TakesTheMaximumInTheProduct()
    {
        var graph = Layers.Lower(Layers.Network(Shape.Of(3), Layers.Dense("Hidden", 4, ActivationKind.Relu)));
        Prints(RectificationFusion.Run(graph.Operations, [graph.Output]), "a1 = relu(x W1 + b1) : [samples][4]");
    }

    [Fact]
    public void RectificationFusion_LeavesWhatIsReadBesides()
    {
        var graph = Layers.Lower(Layers.Network(Shape.Of(3), Layers.Dense("Hidden", 4, ActivationKind.Relu)));
        var product = graph.Operations[0].Result;
        Prints(
            RectificationFusion.Run(graph.Operations, [graph.Output, product]),
            """
            z1 = x W1 + b1 : [samples][4]
            a1 = relu(z1) : [samples][4]
            """);
    }

    [Fact]
    public void PredictionForm_DrawsNothingAndKeepsNothing() => Prints(
        PredictionForm.Run(Layers.Lower(Layers.Network(
            Shape.Of(3),
            static shape => new DropoutSpec("Dropout1", shape, 0.5),
            static shape => new GaussianNoiseSpec("Noise", shape, 0.5),
            static shape => new LayerNormalizationSpec("LayerNormalization1", shape)))).Operations,
        "a3 = gamma3 normalize(x) + beta3 : [samples][3]");

    [Fact]
    public void PredictionForm_NormalizesWithRunningStatistics() => Prints(
        PredictionForm.Run(s_normalized).Operations,
        """
        a1 = x W1 + b1 : [samples][4]
        scale2 = gamma2 / sqrt(runningVariance2 + epsilon), shift2 = beta2 - runningMean2 scale2 : [4], [4]
        a2 = a1 * scale2 + shift2 : [samples][4]
        a3 = relu(a2) : [samples][4]
        """);

    [Fact]
    public void ScaleFusion_FoldsTheNormalizationIntoTheProductBeforeIt()
    {
        var graph = PredictionForm.Run(s_normalized);
        Prints(
            RectificationFusion.Run(ScaleFusion.Run(graph.Operations, [graph.Output]), [graph.Output]),
            """
            scale2 = gamma2 / sqrt(runningVariance2 + epsilon), shift2 = beta2 + (b1 - runningMean2) scale2 : [4], [4]
            a3 = relu(x W1 * scale2 + shift2) : [samples][4]
            """);
    }

    [Fact]
    public void ScaleFusion_LeavesANormalizationBehindAnActivation()
    {
        var graph = PredictionForm.Run(Layers.Lower(Layers.Network(
            Shape.Of(3), Layers.Dense("Hidden", 4, ActivationKind.Tanh), static shape => new BatchNormalizationSpec("BatchNormalization1", shape))));
        Prints(ScaleFusion.Run(graph.Operations, [graph.Output]), GraphPrinter.Print(graph.Operations));
    }

    [Fact]
    public void AdditionFusion_AddsWhereTheBlockEnds()
    {
        var graph = Layers.Lower(Layers.Network(Shape.Of(3), Layers.Dense("First", 4), Layers.Residual("Residual1", false, Layers.Dense("Inner", 4))));
        Prints(
            AdditionFusion.Run(graph.Operations, [graph.Output]),
            """
            a1 = x W1 + b1 : [samples][4]
            a3 = a1 W2 + b2 + a1 : [samples][4]
            """);
    }

    [Fact]
    public void AdditionFusion_LeavesTheCallersRows()
    {
        var graph = Layers.Lower(Layers.Network(Shape.Of(4), Layers.Residual("Residual1", false, Layers.Dense("Inner", 4))));
        Prints(AdditionFusion.Run(graph.Operations, [graph.Output]), GraphPrinter.Print(graph.Operations));
    }

    [Fact]
    public void AdditionFusion_AddsGradientsWhereTheyAreMade()
    {
        var graph = Layers.Lower(Layers.Network(Shape.Of(4), Layers.Residual("Residual1", false, Layers.Dense("Inner", 4, useBias: false))));
        var adjoint = ReverseAccumulation.Differentiate(graph);
        Prints(
            AdditionFusion.Run(adjoint.Operations, [adjoint.InputGradient!, .. adjoint.ParameterGradients.Values]),
            """
            dW1 = x^T da2 : [4][4]
            dx_2 = da2 W1^T + da2 : [samples][4]
            """);
    }

    [Fact]
    public void DeadOperations_AreThoseNobodyReads()
    {
        var adjoint = ReverseAccumulation.Differentiate(Layers.Lower(Layers.Network(Shape.Of(3), Layers.Dense("Hidden", 2, ActivationKind.Tanh))));
        Prints(
            DeadOperations.Remove(adjoint.Operations, adjoint.ParameterGradients.Values),
            """
            dz1 = da1 tanh'(z1) : [samples][2]
            dW1 = x^T dz1, db1 = the sum of dz1 over samples : [3][2], [2]
            """);
    }

    private static void Prints(ImmutableArray<Operation> operations, string graph) => Assert.Equal(graph.ReplaceLineEndings("\n"), GraphPrinter.Print(operations));
}

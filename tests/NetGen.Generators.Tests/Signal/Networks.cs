using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Tests.Signal;

/// <summary>Short ways to declare networks in tests of the signal, without source text.</summary>
internal static class Networks
{
    /// <summary>The mean square of MNIST's pixels between 0 and 1, as SIGNAL's golden values take it.</summary>
    public static InputSpec Mnist { get; } = new(Shape.Of(784), Mean: 0.1307, StandardDeviation: Math.Sqrt(0.1120 - (0.1307 * 0.1307)));

    public static ActivationSpec Activation(ActivationKind kind) =>
        new(kind, kind switch { ActivationKind.LeakyRelu => 0.01, ActivationKind.Elu => 1, _ => 0 });

    public static InitializerSpec Initializer(InitializerKind kind) => new(kind);

    public static InputSpec Standardized(int features) => new(Shape.Of(features), Mean: 0, StandardDeviation: 1);

    /// <summary>Layers of one activation and initializer, and an output layer of the same initializer without activation.</summary>
    public static NetworkSpec Dense(
        InputSpec input,
        ReadOnlySpan<int> hidden,
        int outputs,
        ActivationSpec activation,
        InitializerSpec weights,
        InitializerSpec? bias = null,
        LossKind loss = LossKind.SoftmaxCrossEntropy)
    {
        var layers = new List<LayerSpec>();
        var shape = input.Shape;
        for (var index = 0; index < hidden.Length; index++)
        {
            layers.Add(new DenseSpec($"Hidden{index + 1}", shape, hidden[index], activation, weights, bias ?? InitializerSpec.Zeros));
            shape = Shape.Of(hidden[index]);
        }

        layers.Add(new DenseSpec("Output", shape, outputs, ActivationSpec.Identity, weights, bias ?? InitializerSpec.Zeros));
        return Of(input, loss, [.. layers]);
    }

    public static NetworkSpec Of(InputSpec input, LossKind loss, params LayerSpec[] layers) => new(
        new TypeSpec("Tests", ImmutableArray<string>.Empty, "Net", "Net", "Net", true),
        input,
        ImmutableArray.Create(layers),
        new LossSpec(loss));
}

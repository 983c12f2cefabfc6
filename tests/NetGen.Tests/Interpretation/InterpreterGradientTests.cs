using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>
/// The interpreter's gradients against central differences of its own loss: (l(p + h) - l(p - h)) / 2h with h = 1e-5 has a truncation error of about
/// h^2 = 1e-10 times the third derivative, and a rounding error of about 1e-16 / h = 1e-11 times the loss. The tolerance, 2e-8 of the largest element or
/// of 0.1, is above both. Numbers nearer to a kink than the step are drawn again.
/// </summary>
public sealed class InterpreterGradientTests
{
    private const double Step = 1e-5;
    private const double Tolerance = 2e-8;
    private const int Samples = 3;

    private static readonly CustomFunctions s_custom = new(
        ImmutableDictionary<string, ElementwiseFunction>.Empty.Add("global::Cube", new(static z => z * z * z / 3, static z => z * z)),
        ImmutableDictionary<string, LossFunction>.Empty.Add("global::LogCosh", new(static (y, t) => Math.Log(Math.Cosh(y - t)), static (y, t) => Math.Tanh(y - t))));

    public static TheoryData<string> Activations => [.. Enum.GetNames<ActivationKind>()];

    public static TheoryData<string> Losses => [.. Enum.GetNames<LossKind>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivation_InADenseLayer(string kind)
    {
        var activation = Activation(kind);
        Check(new InputSpec(Shape.Of(4), Scale: 0.5, Shift: 0.1), new LossSpec(LossKind.MeanSquaredError),
            Dense("First", Shape.Of(4), 5, activation), Dense("Second", Shape.Of(5), 3, activation), Dense("Third", Shape.Of(3), 2, ActivationSpec.Identity));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivation_OnItsOwn(string kind)
    {
        // Of rank 2 first, where softmax has several rows a sample.
        var image = new Shape(ImmutableArray.Create(2, 3));
        Check(new InputSpec(image, Scale: 2), new LossSpec(LossKind.MeanSquaredError),
            new ActivationLayerSpec("First", image, Activation(kind)), Dense("Second", image, 4, ActivationSpec.Identity, useBias: false), new ActivationLayerSpec("Third", Shape.Of(4), Activation(kind)));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLoss(string kind)
    {
        var loss = new LossSpec(Enum.Parse<LossKind>(kind), Delta: 0.6, CustomType: "global::LogCosh");
        Check(new InputSpec(Shape.Of(3)), loss, Dense("First", Shape.Of(3), 6, new(ActivationKind.Tanh)), Dense("Second", Shape.Of(6), 4, ActivationSpec.Identity));
    }

    private static ActivationSpec Activation(string kind) => new(Enum.Parse<ActivationKind>(kind), Alpha: 0.7, CustomType: "global::Cube");

    private static DenseSpec Dense(string name, Shape input, int units, ActivationSpec activation, bool useBias = true) =>
        new(name, input, units, activation, InitializerSpec.Zeros, useBias ? InitializerSpec.Zeros : null);

    private static void Check(InputSpec input, LossSpec loss, params LayerSpec[] layers)
    {
        var type = new TypeSpec("", ImmutableArray<string>.Empty, "Net", "Net", "Net", IsPublic: true);
        var network = new NetworkSpec(type, input, layers.ToImmutableArray(), loss);
        var interpreter = new Interpreter(network, s_custom);
        var random = new Random(1);
        Dictionary<string, double[]> parameters;
        double[] inputs;
        double[] targets;
        InterpretedPass pass;
        do
        {
            parameters = interpreter.Tensors.ToDictionary(static tensor => tensor.Name, tensor => Draw(random, tensor.Length));
            inputs = Draw(random, Samples * (int)input.Shape.Size);
            targets = Draw(random, Samples * (int)network.TargetSize);
            if (loss.TakesClassIndices)
            {
                targets = Array.ConvertAll(targets, _ => (double)random.Next((int)network.Output.Size));
            }

            pass = interpreter.Run(parameters, inputs, targets);
        }
        while (pass.KinkMargin < 100 * Step);

        var scale = Math.Max(0.1, pass.Gradients.Values.Append(pass.InputGradients).SelectMany(static gradient => gradient).Max(Math.Abs));
        foreach (var (name, values) in parameters.Append(new("inputs", inputs)))
        {
            var gradient = name == "inputs" ? pass.InputGradients : pass.Gradients[name];
            for (var i = 0; i < values.Length; i++)
            {
                var value = values[i];
                values[i] = value + Step;
                var above = interpreter.ComputeLoss(parameters, inputs, targets);
                values[i] = value - Step;
                var below = interpreter.ComputeLoss(parameters, inputs, targets);
                values[i] = value;
                var expected = (above - below) / (2 * Step);
                Assert.True(Math.Abs(expected - gradient[i]) <= Tolerance * scale, $"{name}[{i}] is {gradient[i]}, its central difference {expected}");
            }
        }
    }

    private static double[] Draw(Random random, int count)
    {
        var values = new double[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (random.NextDouble() * 2.4) - 1.2;
        }

        return values;
    }
}

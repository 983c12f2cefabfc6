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
internal static class GradientCheck
{
    private const double Step = 1e-5;
    private const double Tolerance = 2e-8;
    private const int Samples = 3;

    private static readonly CustomFunctions s_custom = new(
        ImmutableDictionary<string, ElementwiseFunction>.Empty.Add("global::Cube", new(static z => z * z * z / 3, static z => z * z)),
        ImmutableDictionary<string, LossFunction>.Empty.Add("global::LogCosh", new(static (y, t) => Math.Log(Math.Cosh(y - t)), static (y, t) => Math.Tanh(y - t))));

    /// <summary>Checks the gradients with respect to every parameter and input.</summary>
    public static void Run(InputSpec input, LossSpec loss, params LayerSpec[] layers)
    {
        var type = new TypeSpec("", ImmutableArray<string>.Empty, "Net", "Net", "Net", IsPublic: true);
        var network = new NetworkSpec(type, input, layers.ToImmutableArray(), loss);
        var interpreter = new Interpreter(network, s_custom);
        var random = new Random(1);
        InterpreterValues values;
        double[] inputs;
        double[] targets;
        InterpretedPass pass;
        do
        {
            values = new InterpreterValues(
                interpreter.Tensors.ToDictionary(static tensor => tensor.Name, tensor => Draw(random, tensor.Length)),
                interpreter.State.ToDictionary(static tensor => tensor.Name, tensor => Array.ConvertAll(Draw(random, tensor.Length), Math.Abs)));
            inputs = Draw(random, Samples * (int)input.Shape.Size);
            targets = Draw(random, Samples * (int)network.TargetSize);
            if (loss.TakesClassIndices)
            {
                targets = Array.ConvertAll(targets, _ => (double)random.Next((int)network.Output.Size));
            }

            pass = interpreter.Run(values, inputs, targets);
        }
        while (pass.KinkMargin < 100 * Step);

        var scale = Math.Max(0.1, pass.Gradients.Values.Append(pass.InputGradients).SelectMany(static gradient => gradient).Max(Math.Abs));
        foreach (var (name, elements) in values.Parameters.Append(new("inputs", inputs)))
        {
            var gradient = name == "inputs" ? pass.InputGradients : pass.Gradients[name];
            for (var i = 0; i < elements.Length; i++)
            {
                var value = elements[i];
                elements[i] = value + Step;
                var above = interpreter.ComputeTrainingLoss(values, inputs, targets);
                elements[i] = value - Step;
                var below = interpreter.ComputeTrainingLoss(values, inputs, targets);
                elements[i] = value;
                var expected = (above - below) / (2 * Step);
                Assert.True(Math.Abs(expected - gradient[i]) <= Tolerance * scale, $"{name}[{i}] is {gradient[i]}, its central difference {expected}");
            }
        }
    }

    /// <summary>An activation with a number and a formula of its own where it takes one.</summary>
    public static ActivationSpec Activation(string kind) => new(Enum.Parse<ActivationKind>(kind), Alpha: 0.7, CustomType: "global::Cube");

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

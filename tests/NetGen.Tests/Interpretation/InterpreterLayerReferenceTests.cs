using NetGen.Testing;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Reference;
using NetGen.Tests.Optimizers;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>The interpreter's normalizations and residual blocks against PyTorch's values in double precision.</summary>
public sealed class InterpreterLayerReferenceTests(ITestOutputHelper output)
{
    // The files hold nine digits.
    private const double Tolerance = 5.1e-9;

    public static TheoryData<string> Cases => [.. LayerReferenceCase.NamesIn(typeof(InterpreterLayerReferenceTests).Assembly)];

    [Fact]
    public void AllCasesAreThere() => Assert.Equal(7, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void FirstPass_IsPyTorchs(string name)
    {
        var reference = LayerReferenceCase.Read(typeof(InterpreterLayerReferenceTests).Assembly, name);
        var interpreter = new Interpreter(reference.Network);

        var pass = interpreter.Run(reference.Initial, reference.Inputs, reference.Targets);

        AssertClose(reference.Predicted, pass.Predicted, "predicted");
        AssertClose(reference.Outputs, pass.Outputs, "training outputs");
        AssertClose([reference.Loss], [pass.Loss], "loss");
        AssertClose(reference.InputGradient, pass.InputGradients, "input gradient");
        AssertClose(reference.Gradients, pass.Gradients);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_ArePyTorchs(string name)
    {
        var reference = LayerReferenceCase.Read(typeof(InterpreterLayerReferenceTests).Assembly, name);
        var interpreter = new Interpreter(reference.Network);
        var values = reference.Initial;
        var optimizers = interpreter.Tensors.ToDictionary(
            static tensor => tensor.Name, tensor => Enumerable.Range(0, tensor.Length).Select(_ => Optimizer(reference.Optimizer)).ToArray());
        var losses = new List<double>();
        foreach (var _ in reference.StepLosses)
        {
            var pass = interpreter.Run(values, reference.Inputs, reference.Targets);
            losses.Add(pass.Loss);
            values = new InterpreterValues(
                values.Parameters.ToDictionary(
                    static tensor => tensor.Key, tensor => tensor.Value.Select((value, i) => optimizers[tensor.Key][i].Step(value, pass.Gradients[tensor.Key][i])).ToArray()),
                pass.StateAfter);
        }

        AssertClose(reference.StepLosses, [.. losses], "step losses");
        AssertClose(reference.After.Parameters, values.Parameters);
        AssertClose(reference.After.State, values.State);
        AssertClose(reference.PredictedAfter, interpreter.Predict(values, reference.Inputs), "predicted after the steps");
    }

    private static DoublePrecisionOptimizer Optimizer(string name) => name switch
    {
        "sgd" => new DoublePrecisionOptimizer.Sgd(.05, 0, nesterov: false, 0),
        "momentum" => new DoublePrecisionOptimizer.Sgd(.02, .9, nesterov: false, 0),
        "adam" => new DoublePrecisionOptimizer.Adam(.01, .9, .999, 1e-8, 0, 0),
        "adamw" => new DoublePrecisionOptimizer.Adam(.01, .9, .999, 1e-8, 0, .05),
        _ => throw new NotSupportedException($"The reference has the optimizer '{name}', which has no counterpart here."),
    };

    private void AssertClose(IReadOnlyDictionary<string, double[]> expected, IReadOnlyDictionary<string, double[]> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (tensor, values) in expected)
        {
            AssertClose(values, actual[tensor], tensor, LayerReferenceCase.Floor(values, expected));
        }
    }

    private void AssertClose(double[] expected, double[] actual, string what, double floor = 0)
    {
        var difference = Difference.Relative(expected, actual, floor);
        output.WriteLine(FormattableString.Invariant($"{what}: {difference:e1}"));
        Assert.True(difference <= Tolerance, FormattableString.Invariant($"{what} differ by {difference:e2}, more than {Tolerance:e0}"));
    }
}

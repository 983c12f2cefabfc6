using System.Collections.Immutable;
using NetGen.Testing;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// Declared normalizations and residual blocks against what PyTorch computed in double precision: prediction and the first training pass within 5e-6 of each
/// tensor's largest element, the losses of the optimizer's steps and what they leave within 2e-5.
/// </summary>
public sealed class LayerReferenceTests : IClassFixture<LayerReferenceTests.CompiledCases>
{
    private const double PassTolerance = 5e-6;
    private const double StepsTolerance = 2e-5;

    private readonly CompiledCases _cases;

    public LayerReferenceTests(CompiledCases cases) => _cases = cases;

    public static TheoryData<string> Cases => [.. LayerReferenceCase.NamesIn(typeof(LayerReferenceTests).Assembly)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void FirstPass_IsPyTorchs(string name)
    {
        var (reference, network) = _cases.Create(name);
        var inputs = Narrow(reference.Inputs);
        var outputs = new GuardedBuffer(reference.Predicted.Length);
        var gradients = new GuardedBuffer(network.ParameterCount);
        var inputGradients = new GuardedBuffer(inputs.Length);

        network.Predict(inputs, outputs.Span);
        var loss = network.ComputeGradients(inputs, network.ConvertTargets(reference.Targets), gradients.Span, inputGradients.Span);

        AssertClose(reference.Predicted, outputs.Wide(), PassTolerance, "predicted");
        AssertClose([reference.Loss], [loss], PassTolerance, "loss");
        AssertClose(reference.InputGradient, inputGradients.Wide(), PassTolerance, "input gradient");
        AssertClose(reference.Gradients, tensor => network.ReadTensor(tensor, gradients.Span), PassTolerance, "gradient of");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_ArePyTorchs(string name)
    {
        var (reference, network) = _cases.Create(name);
        var inputs = Narrow(reference.Inputs);
        var targets = network.ConvertTargets(reference.Targets);
        var optimizer = Optimizer(reference.Optimizer);

        var losses = reference.StepLosses.Select(_ => (double)network.TrainStep(inputs, targets, optimizer)).ToArray();

        AssertClose(reference.StepLosses, losses, StepsTolerance, "step losses");
        AssertClose(reference.After.Parameters, tensor => network.ReadTensor(tensor, network.Parameters), StepsTolerance, "after the steps,");
        AssertClose(reference.After.State, tensor => network.ReadTensor(tensor, network.State), StepsTolerance, "after the steps,");
        var outputs = new GuardedBuffer(reference.PredictedAfter.Length);
        network.Predict(inputs, outputs.Span);
        AssertClose(reference.PredictedAfter, outputs.Wide(), StepsTolerance, "predicted after the steps");
    }

    private static Optimizer Optimizer(string name) => name switch
    {
        "sgd" => new Sgd(.05f),
        "momentum" => new Sgd(.02f) { Momentum = .9f },
        "adam" => new Adam(.01f),
        "adamw" => new AdamW(.01f) { WeightDecay = .05f },
        _ => throw new NotSupportedException($"The reference has the optimizer '{name}', which has no counterpart here."),
    };

    private static float[] Narrow(double[] values) => Array.ConvertAll(values, static value => (float)value);

    private static void AssertClose(IReadOnlyDictionary<string, double[]> expected, Func<string, double[]> actual, double tolerance, string what)
    {
        foreach (var (tensor, values) in expected)
        {
            AssertClose(values, actual(tensor), tolerance, $"{what} {tensor}", LayerReferenceCase.Floor(values, expected));
        }
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance, string what, double floor = 0)
    {
        var difference = Difference.Relative(expected, actual, floor);
        Assert.True(difference <= tolerance, FormattableString.Invariant($"{what} differ by {difference:e2}, more than {tolerance:e0}"));
    }

    /// <summary>All cases, declared in C#, generated and compiled once.</summary>
    public sealed class CompiledCases : IDisposable
    {
        private readonly ImmutableDictionary<string, LayerReferenceCase> _cases = LayerReferenceCase.NamesIn(typeof(LayerReferenceTests).Assembly)
            .ToImmutableDictionary(static name => name, static name => LayerReferenceCase.Read(typeof(LayerReferenceTests).Assembly, name));

        private readonly EmittedAssembly _compiled;

        public CompiledCases() => _compiled = EmittedAssembly.Load(NetworkBatch.Generate([.. _cases.Values.Select(static reference => new NetworkCase(reference.Network, 0, 0))]));

        public void Dispose() => _compiled.Dispose();

        internal (LayerReferenceCase Reference, EmittedNetwork Network) Create(string name)
        {
            var network = _compiled.Create(name);
            var reference = _cases[name];
            NetworkComparison.SetTensors(network, reference.Initial);
            return (reference, network);
        }
    }
}

using System.Collections.Immutable;
using NetGen.Testing;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// Declared networks against what PyTorch computed in double precision: the first pass within 2e-6 of each tensor's largest element, the losses of the
/// optimizer's steps and the parameters after them within 5e-6.
/// </summary>
public sealed class ReferenceTests : IClassFixture<ReferenceTests.CompiledCases>
{
    private const double PassTolerance = 2e-6;
    private const double StepsTolerance = 5e-6;

    private readonly CompiledCases _cases;

    public ReferenceTests(CompiledCases cases) => _cases = cases;

    public static TheoryData<string> Cases => [.. ReferenceCase.NamesIn(typeof(ReferenceTests).Assembly)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void FirstPass_IsPyTorchs(string name)
    {
        var (reference, network) = _cases.Create(name);
        var inputs = Narrow(reference.Inputs);
        var targets = network.ConvertTargets(reference.Targets);
        var outputs = new GuardedBuffer(reference.Outputs.Length);
        var gradients = new GuardedBuffer(network.ParameterCount);
        var inputGradients = new GuardedBuffer(inputs.Length);

        network.Predict(inputs, outputs.Span);
        var loss = network.ComputeGradients(inputs, targets, gradients.Span, inputGradients.Span);

        AssertClose(reference.Outputs, outputs.Wide(), PassTolerance, "outputs");
        AssertClose([reference.Loss], [loss], PassTolerance, "loss");
        AssertClose(reference.InputGradient, inputGradients.Wide(), PassTolerance, "input gradient");
        Assert.Equal(reference.Gradients.Count, network.Tensors.Length);
        foreach (var (tensor, expected) in reference.Gradients)
        {
            AssertClose(expected, network.ReadTensor(tensor, gradients.Span), PassTolerance, tensor);
        }
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

        // All steps together: where the loss falls to nothing, what is left of it is the first loss's rounding.
        AssertClose(reference.StepLosses, losses, StepsTolerance, "step losses");
        foreach (var (tensor, expected) in reference.After)
        {
            AssertClose(expected, network.ReadTensor(tensor, network.Parameters), StepsTolerance, tensor);
        }
    }

    private static Optimizer Optimizer(string name) => name switch
    {
        "sgd" => new Sgd(.1f),
        "momentum" => new Sgd(.05f) { Momentum = .9f },
        "nesterov" => new Sgd(.05f) { Momentum = .9f, Nesterov = true },
        "sgd_weight_decay" => new Sgd(.1f) { WeightDecay = .01f },
        "adagrad" => new Adagrad(.05f),
        "rmsprop" => new RmsProp(.01f) { Alpha = .9f, Epsilon = 1e-8f },
        "adam" => new Adam(.01f),
        "adamw" => new AdamW(.01f) { WeightDecay = .05f },
        "nadam" => new Nadam(.01f),
        "adamax" => new Adamax(.01f),
        "radam" => new RAdam(.01f),
        _ => throw new NotSupportedException($"The reference has the optimizer '{name}', which has no counterpart here."),
    };

    private static float[] Narrow(double[] values) => Array.ConvertAll(values, static value => (float)value);

    private static void AssertClose(double[] expected, double[] actual, double tolerance, string what)
    {
        var difference = Difference.Relative(expected, actual);
        Assert.True(difference <= tolerance, FormattableString.Invariant($"{what} differ by {difference:e2}, more than {tolerance:e0}"));
    }

    /// <summary>All cases, declared in C#, generated and compiled once.</summary>
    public sealed class CompiledCases : IDisposable
    {
        private readonly ImmutableDictionary<string, ReferenceCase> _cases = ReferenceCase.NamesIn(typeof(ReferenceTests).Assembly)
            .ToImmutableDictionary(static name => name, static name => ReferenceCase.Read(typeof(ReferenceTests).Assembly, name));

        private readonly EmittedAssembly _compiled;

        public CompiledCases() => _compiled = EmittedAssembly.Load(NetworkBatch.Generate([.. _cases.Values.Select(static reference => new NetworkCase(reference.Network, 0, 0))]));

        public void Dispose() => _compiled.Dispose();

        internal (ReferenceCase Reference, EmittedNetwork Network) Create(string name)
        {
            var network = _compiled.Create(name);
            var reference = _cases[name];
            NetworkComparison.SetTensors(network, new InterpreterValues(reference.Initial));
            return (reference, network);
        }
    }
}

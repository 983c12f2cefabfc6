using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>The comparison's own test: emitted code with one deliberate fault does not pass it.</summary>
public sealed class FaultTests : IClassFixture<FaultTests.Subjects>
{
    // That of the random networks.
    private const double Tolerance = 3e-5;

    private readonly Subjects _subjects;

    public FaultTests(Subjects subjects) => _subjects = subjects;

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var fault in Faults.All)
            {
                names.Add(fault.Network, fault.Name);
            }

            return names;
        }
    }

    [Theory]
    [InlineData(Faults.Tiles)]
    [InlineData(Faults.Strips)]
    [InlineData(Faults.Lanes)]
    [InlineData(Faults.OneSample)]
    public void WithoutAFault_TheComparisonHolds(string network) => Assert.InRange(_subjects.Compare(network, _subjects.Run(network)), 0, Tolerance);

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryFault_IsCaught(string network, string name)
    {
        var fault = Faults.All.Single(fault => fault.Network == network && fault.Name == name);
        var deviation = _subjects.Compare(network, fault.Apply(_subjects.Run(network)));
        Assert.True(deviation > Tolerance, FormattableString.Invariant($"The comparison does not see that {name}: it finds {deviation:e1}."));
    }

    /// <summary>The networks, generated once, with parameters and data.</summary>
    public sealed class Subjects
    {
        private readonly ImmutableDictionary<string, Subject> _subjects = ImmutableDictionary<string, Subject>.Empty
            .Add(Faults.Tiles, new Subject(Network(Faults.Tiles, 33, 1, LossKind.SoftmaxCrossEntropy, ActivationKind.Relu, ActivationKind.Mish), samples: 301))
            .Add(Faults.Strips, new Subject(Network(Faults.Strips, 101, 0.5, LossKind.Huber, ActivationKind.Tanh, ActivationKind.Silu), samples: 43))
            .Add(Faults.Lanes, new Subject(Network(Faults.Lanes, 6, 0.5, LossKind.Huber, ActivationKind.Tanh, null), samples: 701))
            .Add(Faults.OneSample, new Subject(Network(Faults.OneSample, 9, 0.5, LossKind.Huber, ActivationKind.Tanh, ActivationKind.Relu), samples: 1));

        internal GeneratorRun Run(string network) => _subjects[network].Run;

        internal double Compare(string network, GeneratorRun run) => _subjects[network].Compare(run);

        // Three layers, all as wide as the input; null is a layer of its own with SiLU and no weights.
        private static NetworkSpec Network(string name, int width, double scale, LossKind loss, ActivationKind first, ActivationKind? second)
        {
            var shape = Shape.Of(width);
            LayerSpec middle = second is { } kind
                ? Dense(2, shape, kind)
                : new ActivationLayerSpec("Activation1", shape, new ActivationSpec(ActivationKind.Silu));
            var layers = ImmutableArray.Create(Dense(1, shape, first), middle, Dense(second is null ? 2 : 3, shape, ActivationKind.Identity));
            var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
            return new NetworkSpec(type, new InputSpec(shape, scale), layers, new LossSpec(loss));
        }

        private static DenseSpec Dense(int number, Shape shape, ActivationKind activation) =>
            new(FormattableString.Invariant($"Dense{number}"), shape, shape.Last, new ActivationSpec(activation), new InitializerSpec(InitializerKind.Zeros), InitializerSpec.Zeros);
    }

    private sealed class Subject
    {
        private readonly string _name;
        private readonly NetworkData _data;
        private readonly ExpectedPass _expected;

        public Subject(NetworkSpec network, int samples)
        {
            var subject = new NetworkCase(network, samples, Seed: 1);
            _name = subject.MetadataName;

            // Vectors of 256 bits, whose kernels the faults are written for.
            Run = ForcedWidth.Apply(NetworkBatch.Generate([subject]), 256);
            _data = subject.Draw(new Interpreter(network), 1e-6, out _expected);
            if (_data.Inputs.Length != samples * (int)network.Input.Shape.Size)
            {
                throw new InvalidOperationException("The draw took fewer samples than the faults need; give another seed.");
            }
        }

        public GeneratorRun Run { get; }

        public double Compare(GeneratorRun run)
        {
            using var loaded = EmittedAssembly.Load(run, allowsWarnings: true);
            return NetworkComparison.Compare(loaded.Create(_name), _data, _expected).Max(static deviation => deviation.Relative);
        }
    }
}

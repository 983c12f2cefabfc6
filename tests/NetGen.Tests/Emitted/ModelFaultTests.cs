using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// The comparison's own test for layers beyond dense ones: a network that computes with one deliberate fault does not pass it, and one that computes rightly in
/// single precision does. What is planted is a wrong reading of a layer, in the place of any emitted code that computes the same wrong numbers.
/// </summary>
public sealed class ModelFaultTests
{
    // That of the random networks.
    private const double Tolerance = 3e-5;
    private const int Samples = 13;

    private static readonly ImmutableArray<ModelFault> s_faults = [.. RandomLayerFaults.All, .. NormalizationFaults.All, .. TreeFaults.All];
    private static readonly ImmutableDictionary<string, Subject> s_subjects = ImmutableDictionary<string, Subject>.Empty
        .Add("vector", new Subject(Shape.Of(7)))
        .Add("steps", new Subject(new Shape(ImmutableArray.Create(3, 7))));

    public static TheoryData<string, string> Faults
    {
        get
        {
            var faults = new TheoryData<string, string>();
            foreach (var fault in s_faults)
            {
                faults.Add("steps", fault.Name);
                if (!fault.NeedsPositions)
                {
                    faults.Add("vector", fault.Name);
                }
            }

            return faults;
        }
    }

    [Theory]
    [InlineData("vector")]
    [InlineData("steps")]
    public void WithoutAFault_TheComparisonHolds(string network)
    {
        Assert.InRange(s_subjects[network].Compare(LayerReadings.Standard, noiseSeed: null), 0, Tolerance / 100);
        Assert.InRange(s_subjects[network].Compare(LayerReadings.Standard, noiseSeed: 1000), 1e-8, Tolerance / 3);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void EveryFault_IsCaught(string network, string name)
    {
        var deviation = s_subjects[network].Compare(s_faults.Single(fault => fault.Name == name).Plant(LayerReadings.Standard), noiseSeed: null);
        Assert.True(deviation > Tolerance, FormattableString.Invariant($"The comparison does not see that {name}: it finds {deviation:e1}."));
    }

    // Every kind of layer, once at least.
    private static NetworkSpec Network(Shape input)
    {
        var (nine, six) = (input.WithLast(9), input.WithLast(6));
        var inner = new ResidualSpec("Inner", six, ImmutableArray.Create<LayerSpec>(Dense("Dense3", six, 6, ActivationKind.Silu)), Projection: null);
        var layers = ImmutableArray.Create<LayerSpec>(
            new GaussianNoiseSpec("Noise1", input, 0.3),
            Dense("Dense1", input, 9, ActivationKind.Tanh),
            new DropoutSpec("Dropout1", nine, 0.3),
            new BatchNormalizationSpec("BatchNormalization1", nine, Momentum: 0.3, Epsilon: 0.01),
            new AlphaDropoutSpec("AlphaDropout1", nine, 0.2),
            new ResidualSpec("Projected", nine, ImmutableArray.Create<LayerSpec>(Dense("Dense2", nine, 6, ActivationKind.Gelu)), Dense("Projected", nine, 6) with { Bias = null }),
            new LayerNormalizationSpec("LayerNormalization1", six, Epsilon: 0.05),
            new ResidualSpec("Outer", six, ImmutableArray.Create<LayerSpec>(inner, Dense("Dense4", six, 6, ActivationKind.Softplus)), Projection: null),
            new RmsNormalizationSpec("RmsNormalization1", six, Epsilon: 0.05),
            Block(1, six),
            Block(2, six),
            Dense("Last", six, 6),
            new FlattenSpec("Flatten1", six));
        var flat = layers[^1].Output;
        layers = layers.Add(Dense("Dense5", flat, 3, ActivationKind.Tanh));
        return new NetworkSpec(new TypeSpec("", ImmutableArray<string>.Empty, "Net", "Net", "Net", IsPublic: true), new InputSpec(input), layers, new LossSpec(LossKind.MeanSquaredError));
    }

    private static BlockSpec Block(int number, Shape shape)
    {
        var name = FormattableString.Invariant($"Stage{number}");
        return new BlockSpec(name, shape, ImmutableArray.Create<LayerSpec>(Dense(name + ".Dense1", shape, 6, ActivationKind.Tanh), new DropoutSpec(name + ".Dropout1", shape, 0.1)), "global::Stage");
    }

    private static DenseSpec Dense(string name, Shape input, int units, ActivationKind activation = ActivationKind.Identity) =>
        new(name, input, units, new ActivationSpec(activation), InitializerSpec.Zeros, InitializerSpec.Zeros);

    private sealed class Subject
    {
        private readonly NetworkSpec _network;
        private readonly NetworkData _data;
        private readonly ExpectedPass _expected;

        public Subject(Shape input)
        {
            _network = Network(input);
            _data = new NetworkCase(_network, Samples, Seed: 1).Draw(new Interpreter(_network), 1e-6, out _expected);
        }

        public double Compare(LayerReadings readings, ulong? noiseSeed) =>
            NetworkComparison.Compare(new InterpretedNetwork(_network, new Interpreter(_network, readings: readings), noiseSeed), _data, _expected).Max(static deviation => deviation.Relative);
    }
}

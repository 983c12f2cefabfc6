using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// NaN, infinities, negative zeros and subnormal numbers in the inputs come out where the interpreter has them, whether their sample lies in a full block of
/// vectors or in the last, short one, and disturb no other sample.
/// </summary>
public sealed class SpecialValueTests : IClassFixture<SpecialValueTests.CompiledNetworks>
{
    // Full blocks at every vector width, and a remainder.
    private const int Samples = 35;
    private const double Tolerance = 3e-6;

    private static readonly float[] s_values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 1e-40f, -float.Epsilon];
    private static readonly int[] s_places = [0, 3, 17, 32, 34];

    private readonly CompiledNetworks _networks;

    public SpecialValueTests(CompiledNetworks networks) => _networks = networks;

    public static TheoryData<string> Names => [.. CompiledNetworks.Cases.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OneSpecialSample_ComesOutAtItsPlace(string name)
    {
        var (specification, network, interpreter) = _networks.Create(name);
        foreach (var value in s_values)
        {
            foreach (var place in s_places)
            {
                var data = NetworkData.Draw(specification, interpreter, Samples, new Random(place));
                var size = (int)specification.Input.Shape.Size;
                data.Inputs[(place * size) + (place % size)] = value;
                NetworkComparison.SetTensors(network, data.Values);
                var expected = interpreter.Run(data.Values, data.WideInputs(), data.Targets);
                var outputs = new GuardedBuffer(expected.Predicted.Length);
                network.Predict(data.Inputs, outputs.Span);
                var difference = Difference.Relative(expected.Predicted, outputs.Wide());
                Assert.True(difference <= Tolerance, FormattableString.Invariant($"{value} in sample {place}: outputs differ by {difference:e1}: {Row(expected.Predicted, place)} expected, {Row(outputs.Wide(), place)} found"));

                if (!float.IsFinite(value))
                {
                    CheckGradients(network, data, expected, FormattableString.Invariant($"{value} in sample {place}"));
                }
            }
        }
    }

    [Theory]
    [InlineData("Identity")]
    [InlineData("Tanh")]
    [InlineData("LeakyRelu")]
    [InlineData("Elu")]
    [InlineData("Selu")]
    [InlineData("Gelu")]
    [InlineData("Silu")]
    [InlineData("Softsign")]
    [InlineData("Mish")]
    [InlineData("HardSwish")]
    public void NegativeZeros_StayNegative(string kind)
    {
        var (_, network, interpreter) = _networks.Create(kind + "Alone");
        var inputs = new float[Samples * network.InputSize];
        for (var i = 0; i < inputs.Length; i += 2)
        {
            inputs[i] = -0f;
        }

        var outputs = new GuardedBuffer(inputs.Length);
        network.Predict(inputs, outputs.Span);
        var expected = interpreter.Predict(new InterpreterValues(new Dictionary<string, double[]>()), Array.ConvertAll(inputs, static value => (double)value));
        Assert.Equal(expected.Select(double.IsNegative), outputs.Wide().Select(double.IsNegative));
        Assert.All(outputs.Wide(), static value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SubnormalInputs_AreNotFlushed(string name)
    {
        var (specification, network, interpreter) = _networks.Create(name);
        var data = NetworkData.Draw(specification, interpreter, Samples, new Random(1));
        foreach (var bias in data.Values.Parameters.Where(static tensor => tensor.Key.EndsWith(".bias", StringComparison.Ordinal)))
        {
            Array.Clear(bias.Value);
        }

        for (var i = 0; i < data.Inputs.Length; i++)
        {
            data.Inputs[i] *= 1e-39f;
        }

        NetworkComparison.SetTensors(network, data.Values);
        var outputs = new GuardedBuffer(Samples * network.OutputSize);
        network.Predict(data.Inputs, outputs.Span);

        // A subnormal number of 1e-39 has 20 bits; a sum of forty products loses a few of them.
        Assert.InRange(Difference.Relative(interpreter.Predict(data.Values, data.WideInputs()), outputs.Wide()), 0, 1e-4);
    }

    private static void CheckGradients(EmittedNetwork network, NetworkData data, InterpretedPass expected, string what)
    {
        var gradients = new GuardedBuffer(network.ParameterCount);
        var inputGradients = new GuardedBuffer(data.Inputs.Length);
        network.ComputeGradients(data.Inputs, network.ConvertTargets(data.Targets), gradients.Span, inputGradients.Span);
        foreach (var (tensor, values) in expected.Gradients)
        {
            AssertSamePlaces(values, network.ReadTensor(tensor, gradients.Span), $"{what}, gradient of {tensor}");
        }

        AssertSamePlaces(expected.InputGradients, inputGradients.Wide(), $"{what}, input gradient");
    }

    // Not the values: which of NaN and the infinities comes of an infinite loss depends on the order of the products. Silence would be a finite number.
    private static void AssertSamePlaces(double[] expected, double[] actual, string what)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(double.IsFinite(expected[i]) == double.IsFinite(actual[i]), FormattableString.Invariant($"{what}: element {i} is {actual[i]}, expected is {expected[i]}"));
        }
    }

    private static string Row(double[] values, int sample)
    {
        var size = values.Length / Samples;
        return string.Join(" ", values.AsSpan(sample * size, Math.Min(size, 6)).ToArray().Select(static value => FormattableString.Invariant($"{value:g4}")));
    }

    /// <summary>For every activation a layer of its own and a network of lanes, for some a network of tiles.</summary>
    public sealed class CompiledNetworks : IDisposable
    {
        private readonly EmittedAssembly _compiled = EmittedAssembly.Load(ForcedWidth.Apply(
            NetworkBatch.Generate([.. Cases.Values.Select(static network => new NetworkCase(network, Samples, 0))]), ForcedWidth.Widest));

        internal static ImmutableSortedDictionary<string, NetworkSpec> Cases { get; } = Build();

        public void Dispose() => _compiled.Dispose();

        internal (NetworkSpec Specification, EmittedNetwork Network, Interpreter Interpreter) Create(string name) =>
            (Cases[name], _compiled.Create(name), new Interpreter(Cases[name], OwnTypes.Functions));

        private static ImmutableSortedDictionary<string, NetworkSpec> Build()
        {
            var cases = ImmutableSortedDictionary.CreateBuilder<string, NetworkSpec>();
            foreach (var kind in Enum.GetValues<ActivationKind>())
            {
                var activation = new ActivationSpec(kind, kind is ActivationKind.LeakyRelu or ActivationKind.Elu ? 0.3 : 0, kind == ActivationKind.Custom ? OwnTypes.BentIdentity : "");
                Add($"{kind}Alone", 21, new ActivationLayerSpec("Activation1", Shape.Of(21), activation));
                Add($"{kind}Lanes", 5, Dense(1, 5, 9, activation), Dense(2, 9, 3, ActivationSpec.Identity));
                if (kind is ActivationKind.Identity or ActivationKind.Relu or ActivationKind.Gelu or ActivationKind.Softmax or ActivationKind.Custom)
                {
                    // Fused into the kernel, called on rows, with a row's sum, by the user: the ways in which tiles differ.
                    Add($"{kind}Tiles", 40, Dense(1, 40, 70, activation), Dense(2, 70, 10, ActivationSpec.Identity));
                }
            }

            return cases.ToImmutable();

            void Add(string name, int inputs, params LayerSpec[] layers)
            {
                var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
                cases.Add(name, new NetworkSpec(type, new InputSpec(Shape.Of(inputs)), layers.ToImmutableArray(), new LossSpec(LossKind.MeanSquaredError)));
            }

            static DenseSpec Dense(int number, int inputs, int units, ActivationSpec activation) =>
                new(FormattableString.Invariant($"Dense{number}"), Shape.Of(inputs), units, activation, new InitializerSpec(InitializerKind.Zeros), InitializerSpec.Zeros);
        }
    }
}

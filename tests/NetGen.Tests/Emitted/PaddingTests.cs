using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Lanes, rows and columns that only fill up a vector or a tile, and memory that earlier calls left behind, have no effect.</summary>
public sealed class PaddingTests : IClassFixture<PaddingTests.CompiledNetworks>
{
    private const double Tolerance = 2e-5;

    private readonly CompiledNetworks _networks;

    public PaddingTests(CompiledNetworks networks) => _networks = networks;

    public static TheoryData<string, int> Batches => new MatrixTheoryData<string, int>(CompiledNetworks.Cases.Keys, [1, 3, 5, 16, 17, 33]);

    [Theory]
    [MemberData(nameof(Batches))]
    public void AFunctionThatIsNotFiniteAtZero_SeesNoPadding(string name, int samples) => Check(name, samples, _ => { });

    [Theory]
    [MemberData(nameof(Batches))]
    public void ABatchOfNaN_LeavesNothingBehind(string name, int samples) => Check(name, samples, network =>
    {
        var inputs = new float[(samples + 40) * network.InputSize];
        Array.Fill(inputs, float.NaN);
        var gradients = new float[network.ParameterCount];
        var loss = network.ComputeGradients(inputs, network.ConvertTargets(new double[(samples + 40) * network.TargetSize]), gradients, new float[inputs.Length]);
        Assert.True(float.IsNaN(loss));
    });

    private void Check(string name, int samples, Action<EmittedNetwork> before)
    {
        var specification = CompiledNetworks.Cases[name];
        var network = _networks.Create(name);
        var interpreter = new Interpreter(specification, OwnTypes.Functions);
        var data = NetworkData.Draw(specification, interpreter, samples, new Random(samples));
        for (var i = 0; i < data.Inputs.Length; i++)
        {
            // Away from 0, where 1 / z is ill-conditioned.
            data.Inputs[i] = 1 + Math.Abs(data.Inputs[i]);
        }

        foreach (var weight in data.Values.Parameters.Values)
        {
            for (var i = 0; i < weight.Length; i++)
            {
                weight[i] = (float)(0.1 + Math.Abs(weight[i]));
            }
        }

        NetworkComparison.SetTensors(network, data.Values);
        before(network);
        foreach (var deviation in NetworkComparison.Compare(network, data, ExpectedPass.Of(interpreter, data)))
        {
            Assert.True(deviation.Relative <= Tolerance, FormattableString.Invariant($"{name}, {samples} samples: {deviation.What} differ by {deviation.Relative:e1}"));
        }
    }

    /// <summary>Networks whose activation has a pole where padding would be.</summary>
    public sealed class CompiledNetworks : IDisposable
    {
        private static readonly ActivationSpec s_reciprocal = new(ActivationKind.Custom, CustomType: OwnTypes.Reciprocal);

        private readonly EmittedAssembly _compiled = EmittedAssembly.Load(NetworkBatch.Generate([.. Cases.Values.Select(static network => new NetworkCase(network, 1, 0))]));

        internal static ImmutableSortedDictionary<string, NetworkSpec> Cases { get; } = ImmutableSortedDictionary<string, NetworkSpec>.Empty
            .Add("Lanes", Network("Lanes", 3, Dense(1, 3, 5), Dense(2, 5, 2)))
            .Add("LanesAlone", Network("LanesAlone", 3, new ActivationLayerSpec("Activation1", Shape.Of(3), s_reciprocal), Dense(1, 3, 2)))
            .Add("Tiles", Network("Tiles", 37, Dense(1, 37, 43), Dense(2, 43, 35), Dense(3, 35, 3)))
            .Add("TilesAlone", Network("TilesAlone", 37, new ActivationLayerSpec("Activation1", Shape.Of(37), s_reciprocal), Dense(1, 37, 43), Dense(2, 43, 21)));

        public void Dispose() => _compiled.Dispose();

        internal EmittedNetwork Create(string name) => _compiled.Create(name);

        private static DenseSpec Dense(int number, int inputs, int units) =>
            new(FormattableString.Invariant($"Dense{number}"), Shape.Of(inputs), units, s_reciprocal, new InitializerSpec(InitializerKind.Ones), Bias: null);

        private static NetworkSpec Network(string name, int inputs, params LayerSpec[] layers)
        {
            var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
            return new NetworkSpec(type, new InputSpec(Shape.Of(inputs)), layers.ToImmutableArray(), new LossSpec(LossKind.MeanSquaredError));
        }
    }
}

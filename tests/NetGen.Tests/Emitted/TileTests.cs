using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Tiles that a user asks for, low and tall, narrow and wide, in every vector width: they compute what the others do.</summary>
public sealed class TileTests
{
    private const double Tolerance = 3e-5;

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void EveryTile_AgreesWithTheInterpreter(int bits)
    {
        var cases = (from rows in (int[])[0, 1, 2, 3, 5, 8, 12] from vectors in (int[])[0, 1, 2, 3, 6] where rows + vectors > 0 select Case(rows, vectors)).ToList();
        var run = ForcedWidth.Apply(NetworkBatch.Generate(cases), bits);
        foreach (var (network, deviations) in NetworkBatch.Compare(run, NetworkBatch.Draw(cases, kinkMargin: 1e-6)))
        {
            Assert.All(deviations, deviation => Assert.True(deviation.Relative < Tolerance, $"{network.Network.Type.Name}: {deviation}"));
        }
    }

    [Fact]
    public void ATileThatAUserAsksFor_IsWritten()
    {
        var run = NetworkBatch.Generate([Case(4, 2)]);
        var text = Assert.Single(run.Output.SyntaxTrees, run.IsEmitted).ToString();
        Assert.Contains("of 4x2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("of 8x3", text, StringComparison.Ordinal);
    }

    // Sizes that leave rows and lanes over in every tile and width.
    private static NetworkCase Case(int rows, int vectors)
    {
        var (input, hidden) = (Shape.Of(19), Shape.Of(101));
        var layers = ImmutableArray.Create<LayerSpec>(
            Dense("Dense1", input, hidden.Last, ActivationKind.Relu, rows, vectors),
            Dense("Dense2", hidden, 35, ActivationKind.Tanh, rows, vectors));
        var name = $"Tiles{rows}x{vectors}";
        var type = new TypeSpec("", ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
        return new NetworkCase(new NetworkSpec(type, new InputSpec(input, 1), layers, new LossSpec(LossKind.MeanSquaredError)), 27, Seed: 1);
    }

    private static DenseSpec Dense(string name, Shape input, int units, ActivationKind activation, int rows, int vectors) =>
        new(name, input, units, new ActivationSpec(activation), new InitializerSpec(InitializerKind.Zeros), InitializerSpec.Zeros) { TileRows = rows, TileVectors = vectors };
}

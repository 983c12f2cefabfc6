using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Tests.Graphs;

/// <summary>Short ways to declare layers and networks in tests of the graph.</summary>
internal static class Layers
{
    public static NetworkSpec Network(Shape input, params ReadOnlySpan<Func<Shape, LayerSpec>> layers) => new(
        new TypeSpec("Tests", ImmutableArray<string>.Empty, "Net", "Net", "Net", true),
        new InputSpec(input),
        Body(input, layers),
        new LossSpec(LossKind.MeanSquaredError));

    public static NetworkGraph Lower(NetworkSpec network) => NetworkLowering.Lower(network, CancellationToken.None);

    public static ImmutableArray<LayerSpec> Body(Shape input, params ReadOnlySpan<Func<Shape, LayerSpec>> layers)
    {
        var body = ImmutableArray.CreateBuilder<LayerSpec>();
        foreach (var layer in layers)
        {
            body.Add(layer(input));
            input = body[^1].Output;
        }

        return body.ToImmutable();
    }

    public static Func<Shape, DenseSpec> Dense(string name, int units, ActivationKind activation = ActivationKind.Identity, bool useBias = true) => shape => new DenseSpec(
        name, shape, units, new ActivationSpec(activation), new InitializerSpec(InitializerKind.GlorotUniform), useBias ? InitializerSpec.Zeros : null);

    public static Func<Shape, LayerSpec> Activate(string name, ActivationKind activation) => shape => new ActivationLayerSpec(name, shape, new ActivationSpec(activation));

    public static Func<Shape, LayerSpec> Residual(string name, bool projects, params Func<Shape, LayerSpec>[] body) => shape =>
    {
        var layers = Body(shape, body);
        var projection = projects ? Dense(name, layers[^1].Output.Last, useBias: false)(shape) : null;
        return new ResidualSpec(name, shape, layers, projection);
    };
}

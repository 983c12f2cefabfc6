using System.Collections.Immutable;
using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>What was drawn for a network.</summary>
/// <param name="Input">What it receives.</param>
/// <param name="FlattensFirst">Whether the axes of the input are joined before the first layer, if there are several.</param>
/// <param name="Layers">Its layers, from the outside.</param>
/// <param name="Loss">Its loss; another one where a sample's scores are not one row of two at least.</param>
/// <param name="Samples">The size of a batch, or fewer where so many would take long to interpret.</param>
/// <param name="Seed">Of parameters and data.</param>
internal sealed record NetworkDraw(InputSpec Input, bool FlattensFirst, ImmutableArray<LayerDraw> Layers, LossSpec Loss, int Samples, int Seed)
{
    // Multiply-adds of a batch: some tenths of a second for the interpreter.
    private const long LargestWork = 10_000_000;

    /// <summary>Draws one.</summary>
    public static Gen<NetworkDraw> Draw { get; } = Gen.Select(
        Gen.Select(ValueDraws.Input, Gen.Bool),
        Gen.Frequency((3, LayerDraws.Any.Array[1, 4]), (1, LayerDraws.Any.Array[5, 12])),
        ValueDraws.Loss,
        ValueDraws.Samples,
        Gen.Int[0, int.MaxValue - 1],
        static (input, layers, loss, samples, seed) => new NetworkDraw(input.Item1, input.Item2, [.. layers], loss, samples, seed));

    /// <summary>The network.</summary>
    /// <param name="space">The namespace of its class.</param>
    /// <param name="name">What its class is called.</param>
    public NetworkCase Assemble(string space, string name)
    {
        var layers = new LayerSequence(new DrawScope(new BlockClasses($"{space}.{name}Blocks"), ""), Input.Shape, signalIsKnown: true);
        if (FlattensFirst && Input.Shape.Rank > 1)
        {
            layers.Add(new FlattenDraw(IsNamed: false));
        }

        layers.Add(Layers[..^1]).Add(Layers[^1], leastUnits: Loss.TakesClassIndices ? 2 : 1);
        var loss = Loss.TakesClassIndices && (layers.Shape.Rank > 1 || layers.Shape.Size < 2) ? new LossSpec(LossKind.MeanSquaredError) : Loss;
        var type = new TypeSpec(space, ImmutableArray<string>.Empty, name, name, name, IsPublic: true);
        var network = WithoutUnknownGains(new NetworkSpec(type, Input, layers.Layers, loss));
        var work = network.Steps.OfType<WeightedLayerSpec>().Sum(static layer => layer.FanIn * layer.FanOut * layer.Input.Positions);
        return new NetworkCase(network, (int)Math.Clamp(LargestWork / Math.Max(1, work), 1, Samples), Seed);
    }

    // An exact gain follows from all that comes before; where some of that is not known while compiling, the declaration is refused. Those that were drawn come
    // before the first layer of another kind than dense layers and activations.
    private NetworkSpec WithoutUnknownGains(NetworkSpec network)
    {
        var known = FlattensFirst && Input.Shape.Rank > 1 ? 0 : Layers.TakeWhile(static layer => layer.KeepsSignalKnown).Count();
        if (known == 0)
        {
            return network;
        }

        var beginning = network with { Layers = ImmutableArray.Create(network.Layers.Items, 0, known) };
        var unknown = InitializerResolution.Resolve(beginning).Where(static parameters => parameters.Weights.Problem.Length > 0).Select(static parameters => parameters.LayerIndex).ToHashSet();
        return network with
        {
            Layers = LayerTree.Change(network.Layers, (index, layer) => unknown.Contains(index) && layer is WeightedLayerSpec weighted ? weighted with { Weights = weighted.Weights with { Gain = 1 } } : layer),
        };
    }
}

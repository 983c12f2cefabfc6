using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>Layers one after the other: a network, a block, the inside of a residual block.</summary>
internal sealed class SequenceReading(ImmutableArray<LayerReading> layers) : LayerReading
{
    public override ImmutableArray<NetworkTensor> Tensors { get; } = [.. layers.SelectMany(static layer => layer.Tensors)];

    public override ImmutableArray<NetworkTensor> State { get; } = [.. layers.SelectMany(static layer => layer.State)];

    public override bool IsRandom => layers.Any(static layer => layer.IsRandom);

    public override int LeastSamples => layers.Max(static layer => layer.LeastSamples);

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        var traces = new Stack<LayerTrace>();
        var a = x;
        foreach (var layer in layers)
        {
            traces.Push(layer.Forward(a, pass));
            a = traces.Peek().A;
        }

        return new LayerTrace(a, da => traces.Aggregate(da, static (derivative, trace) => trace.Backward(derivative)));
    }

    public override void UpdateState(IReadOnlyDictionary<string, double[]> state, IReadOnlyDictionary<string, double[]> statistics, IDictionary<string, double[]> into)
    {
        foreach (var layer in layers)
        {
            layer.UpdateState(state, statistics, into);
        }
    }
}

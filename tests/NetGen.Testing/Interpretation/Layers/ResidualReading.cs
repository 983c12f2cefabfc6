using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>a = body(x) + x, or body(x) + P x with a projection P. On the way back both branches get da, and what they make of it is added.</summary>
internal sealed class ResidualReading : LayerReading
{
    private readonly SequenceReading _body;
    private readonly LayerReading? _projection;

    public ResidualReading(ResidualSpec layer, ReadingContext context)
    {
        _body = context.Read(layer.Body);

        // Its tensor is called after the block.
        _projection = layer.Projection is null ? null : context.Read(layer.Projection with { Name = layer.Name });
    }

    public override ImmutableArray<NetworkTensor> Tensors => _projection is null ? _body.Tensors : _body.Tensors.AddRange(_projection.Tensors);

    public override ImmutableArray<NetworkTensor> State => _body.State;

    public override bool IsRandom => _body.IsRandom;

    public override int LeastSamples => _body.LeastSamples;

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        var body = _body.Forward(x, pass);
        var way = _projection?.Forward(x, pass) ?? new LayerTrace(x, static da => da);
        return new LayerTrace(Sum(body.A, way.A), da => Sum(body.Backward(da), way.Backward(da)));

        double[] Sum(double[] left, double[] right) => [.. left.Zip(right, (l, r) => pass.Round(l + r))];
    }

    public override void UpdateState(IReadOnlyDictionary<string, double[]> state, IReadOnlyDictionary<string, double[]> statistics, IDictionary<string, double[]> into) =>
        _body.UpdateState(state, statistics, into);
}

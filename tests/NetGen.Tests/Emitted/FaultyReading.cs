using System.Collections.Immutable;
using NetGen.Testing.Interpretation;

namespace NetGen.Tests.Emitted;

/// <summary>A reading of a layer that is right but for one thing.</summary>
internal sealed class FaultyReading(LayerReading right) : LayerReading
{
    public override ImmutableArray<NetworkTensor> Tensors => right.Tensors;

    public override ImmutableArray<NetworkTensor> State => right.State;

    public override bool IsRandom => right.IsRandom;

    public override int LeastSamples => right.LeastSamples;

    /// <summary>Takes the place of the pass over the layer.</summary>
    public Func<double[], InterpreterPass, LayerTrace> Pass { get; init; } = right.Forward;

    /// <summary>Changes what the layer gives, from the pass and what it should give.</summary>
    public Func<double[], InterpreterPass, double[], double[]> Output { get; init; } = static (_, _, a) => a;

    /// <summary>Changes dx, from x, the pass, da and what dx should be.</summary>
    public Func<double[], InterpreterPass, double[], double[], double[]> InputGradient { get; init; } = static (_, _, _, dx) => dx;

    /// <summary>Changes the gradients of the layer's tensors, from da.</summary>
    public Action<InterpreterPass, double[]> Gradients { get; init; } = static (_, _) => { };

    /// <summary>Changes the statistics of the batch.</summary>
    public Action<InterpreterPass> Statistics { get; init; } = static _ => { };

    /// <summary>Changes the state after a step, from the state before it and the new one.</summary>
    public Action<IReadOnlyDictionary<string, double[]>, IDictionary<string, double[]>> NewState { get; init; } = static (_, _) => { };

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        var trace = Pass(x, pass);
        if (pass.IsTraining)
        {
            Statistics(pass);
        }

        return new LayerTrace(Output(x, pass, trace.A), Backward);

        double[] Backward(double[] da)
        {
            var dx = InputGradient(x, pass, da, trace.Backward(da));
            Gradients(pass, da);
            return dx;
        }
    }

    public override void UpdateState(IReadOnlyDictionary<string, double[]> state, IReadOnlyDictionary<string, double[]> statistics, IDictionary<string, double[]> into)
    {
        right.UpdateState(state, statistics, into);
        NewState(state, into);
    }
}

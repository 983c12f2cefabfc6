using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Comparison;

/// <summary>
/// A network that an interpreter computes, in the place of emitted code: what the comparison says of it, it would say of code that computes the same. With a
/// wrong interpreter the comparison must see the fault; with the right one, results disturbed as single precision disturbs them, it must see none.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="interpreter">Reads it, rightly or not.</param>
/// <param name="noiseSeed">Of what disturbs results, the same in every pass; null for nothing but the rounding of what comes out.</param>
internal sealed class InterpretedNetwork(NetworkSpec network, Interpreter interpreter, ulong? noiseSeed = null) : EmittedNetwork
{
    private readonly float[] _parameters = new float[interpreter.Tensors.Sum(static tensor => tensor.Length)];
    private readonly float[] _state = new float[interpreter.State.Sum(static tensor => tensor.Length)];
    private float[] _kept = [];

    public override string Name => network.Type.Name;

    public override int InputSize => (int)network.Input.Shape.Size;

    public override int OutputSize => (int)network.Output.Size;

    public override int TargetSize => (int)network.TargetSize;

    public override int ParameterCount => _parameters.Length;

    public override ImmutableArray<TensorInfo> Tensors { get; } = Places(interpreter.Tensors);

    public override ImmutableArray<TensorInfo> StateTensors { get; } = Places(interpreter.State);

    public override Span<float> Parameters => _parameters;

    public override Span<float> State => _state;

    public override ulong Seed { get; set; }

    public override long Step { get; set; }

    public override object Instance => interpreter;

    public override Array ConvertTargets(ReadOnlySpan<double> targets) => targets.ToArray();

    public override void Initialize(ulong seed) => throw new NotSupportedException("The interpreter computes with given parameters.");

    public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) =>
        Narrow(Run(inputs, new double[inputs.Length / InputSize * TargetSize], new InterpreterStep(Seed, Step)).Predicted, outputs);

    public override float ComputeLoss(ReadOnlySpan<float> inputs, Array targets) => (float)Run(inputs, targets, new InterpreterStep(Seed, Step)).PredictedLoss;

    public override float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients) => ComputeGradients(inputs, targets, gradients, []);

    public override float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients, Span<float> inputGradients)
    {
        _kept = new float[_state.Length];
        return Write(Run(inputs, targets, new InterpreterStep(Seed, Step)), gradients, inputGradients, _kept);
    }

    public override float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients, InterpreterStep step, Span<float> statistics) =>
        Write(Run(inputs, targets, step), gradients, [], statistics);

    public override void UpdateState(ReadOnlySpan<float> statistics)
    {
        var state = Read(StateTensors, _state);
        Write(StateTensors, interpreter.UpdateState(state, Read(StateTensors, statistics)), _state);
    }

    public override void Update(ReadOnlySpan<float> gradients, Optimizer optimizer)
    {
        optimizer.Step(_parameters, gradients);
        UpdateState(_kept);
        Step++;
    }

    public override float TrainStep(ReadOnlySpan<float> inputs, Array targets, Optimizer optimizer)
    {
        var gradients = new float[ParameterCount];
        var loss = ComputeGradients(inputs, targets, gradients);
        Update(gradients, optimizer);
        return loss;
    }

    private static ImmutableArray<TensorInfo> Places(ImmutableArray<NetworkTensor> tensors)
    {
        var offset = 0;
        return [.. tensors.Select(tensor => new TensorInfo(tensor.Name, tensor.Shape, (offset += tensor.Length) - tensor.Length, IsTransposed: false))];
    }

    private static Dictionary<string, double[]> Read(ImmutableArray<TensorInfo> tensors, ReadOnlySpan<float> buffer)
    {
        var values = new Dictionary<string, double[]>();
        foreach (var tensor in tensors)
        {
            values.Add(tensor.Name, Array.ConvertAll(buffer.Slice(tensor.Offset, tensor.Length).ToArray(), static value => (double)value));
        }

        return values;
    }

    private static void Write(ImmutableArray<TensorInfo> tensors, IReadOnlyDictionary<string, double[]> values, Span<float> buffer)
    {
        foreach (var tensor in tensors)
        {
            Narrow(values[tensor.Name], buffer.Slice(tensor.Offset, tensor.Length));
        }
    }

    private static void Narrow(double[] values, Span<float> into)
    {
        for (var i = 0; i < values.Length; i++)
        {
            into[i] = (float)values[i];
        }
    }

    private InterpretedPass Run(ReadOnlySpan<float> inputs, Array targets, InterpreterStep step) => interpreter.Run(
        new InterpreterValues(Read(Tensors, _parameters), Read(StateTensors, _state)),
        Array.ConvertAll(inputs.ToArray(), static value => (double)value),
        (double[])targets,
        step,
        noiseSeed is { } seed ? new RoundingNoise(seed) : null);

    private float Write(InterpretedPass pass, Span<float> gradients, Span<float> inputGradients, Span<float> statistics)
    {
        Write(Tensors, pass.Gradients, gradients);
        if (!inputGradients.IsEmpty)
        {
            Narrow(pass.InputGradients, inputGradients);
        }

        if (!statistics.IsEmpty)
        {
            Write(StateTensors, pass.Statistics, statistics);
        }

        return (float)pass.Loss;
    }
}

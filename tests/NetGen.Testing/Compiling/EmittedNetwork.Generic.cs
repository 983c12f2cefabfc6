using System.Collections.Immutable;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Compiling;

/// <inheritdoc/>
internal sealed class EmittedNetwork<TNetwork, TTarget>(ulong seed) : EmittedNetwork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private static readonly ImmutableArray<TensorInfo> s_parameters = [.. TNetwork.Tensors.Where(static tensor => tensor.Role == TensorRole.Parameter)];
    private static readonly ImmutableArray<TensorInfo> s_state = [.. TNetwork.Tensors.Where(static tensor => tensor.Role == TensorRole.State)];

    private readonly TNetwork _network = TNetwork.Create(seed);

    public override string Name => TNetwork.Name;

    public override int InputSize => TNetwork.InputSize;

    public override int OutputSize => TNetwork.OutputSize;

    public override int TargetSize => TNetwork.TargetSize;

    public override int ParameterCount => TNetwork.ParameterCount;

    public override ImmutableArray<TensorInfo> Tensors => s_parameters;

    public override ImmutableArray<TensorInfo> StateTensors => s_state;

    public override Span<float> Parameters => _network.Parameters;

    public override Span<float> State => _network.State;

    public override ulong Seed
    {
        get => _network.Seed;
        set => _network.Seed = value;
    }

    public override long Step
    {
        get => _network.Step;
        set => _network.Step = value;
    }

    public override object Instance => _network;

    public override Array ConvertTargets(ReadOnlySpan<double> targets)
    {
        var converted = new TTarget[targets.Length];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = (TTarget)Convert.ChangeType(targets[i], typeof(TTarget), System.Globalization.CultureInfo.InvariantCulture);
        }

        return converted;
    }

    public override void Initialize(ulong seed) => _network.Initialize(seed);

    public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => _network.Predict(inputs, outputs);

    public override float ComputeLoss(ReadOnlySpan<float> inputs, Array targets) => _network.ComputeLoss(inputs, (TTarget[])targets);

    public override float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients) =>
        _network.ComputeGradients(inputs, (TTarget[])targets, gradients);

    public override float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients, Span<float> inputGradients) =>
        _network.ComputeGradients(inputs, (TTarget[])targets, gradients, inputGradients);

    public override float ComputeGradients(ReadOnlySpan<float> inputs, Array targets, Span<float> gradients, InterpreterStep step, Span<float> statistics) =>
        _network.ComputeGradients(inputs, (TTarget[])targets, gradients, new StepContext(step.Seed, step.Step, step.FirstSample), statistics);

    public override void UpdateState(ReadOnlySpan<float> statistics) => _network.UpdateState(statistics);

    public override void Update(ReadOnlySpan<float> gradients, Optimizer optimizer) => _network.Update(gradients, optimizer);

    public override float TrainStep(ReadOnlySpan<float> inputs, Array targets, Optimizer optimizer) => _network.TrainStep(inputs, (TTarget[])targets, optimizer);
}

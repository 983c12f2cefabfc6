using System.Collections.Immutable;
using NetGen.Testing.Interpretation;

namespace NetGen.Testing.Compiling;

/// <inheritdoc/>
internal sealed class EmittedNetwork<TNetwork, TTarget>(ulong seed) : EmittedNetwork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private readonly TNetwork _network = TNetwork.Create(seed);

    public override string Name => TNetwork.Name;

    public override int InputSize => TNetwork.InputSize;

    public override int OutputSize => TNetwork.OutputSize;

    public override int TargetSize => TNetwork.TargetSize;

    public override int ParameterCount => TNetwork.ParameterCount;

    public override ImmutableArray<TensorInfo> Tensors => TNetwork.Tensors;

    public override Span<float> Parameters => _network.Parameters;

    public override ImmutableArray<TensorInfo> StateTensors => [];

    public override Span<float> State => [];

    public override ulong Seed { get; set; } = seed;

    public override long Step { get; set; }

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
        ComputeGradients(inputs, targets, gradients);

    public override void UpdateState(ReadOnlySpan<float> statistics)
    {
    }

    public override float TrainStep(ReadOnlySpan<float> inputs, Array targets, Optimizer optimizer)
    {
        Step++;
        return _network.TrainStep(inputs, (TTarget[])targets, optimizer);
    }
}

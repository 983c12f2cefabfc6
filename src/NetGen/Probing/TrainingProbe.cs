using System.Collections.Immutable;

namespace NetGen.Probing;

/// <summary>A probe at work during training: measures before a step, and completes the measurement with what the step changed.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class TrainingProbe<TNetwork, TTarget>(TNetwork network, SignalProbe probe)
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private readonly float[] before = new float[TNetwork.ParameterCount];
    private readonly ImmutableArray<SignalMeasurement>.Builder measurements = ImmutableArray.CreateBuilder<SignalMeasurement>();
    private SignalMeasurement? pending;

    /// <summary>All measurements so far.</summary>
    public ImmutableArray<SignalMeasurement> Measurements => measurements.ToImmutable();

    /// <summary>Called before a step, with its batch.</summary>
    /// <param name="step">The step, counted from 1.</param>
    /// <param name="inputs">[samples][InputSize].</param>
    /// <param name="targets">[samples][TargetSize].</param>
    public void BeforeStep(long step, ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets)
    {
        if ((step - 1) % probe.Every == 0)
        {
            pending = SignalProbe.Measure(network, inputs, targets, probe.Samples, default) with { Step = step - 1 };
            network.Parameters.CopyTo(before);
        }
    }

    /// <summary>Called after a step, or where it was given up: then without changes to report.</summary>
    /// <param name="completed">Whether the parameters were updated.</param>
    public void AfterStep(bool completed)
    {
        if (pending is { } measurement)
        {
            pending = null;
            var whole = completed ? Updates.Add<TNetwork, TTarget>(measurement, before, network.Parameters) : measurement;
            measurements.Add(whole);
            probe.Progress?.Report(whole);
        }
    }
}

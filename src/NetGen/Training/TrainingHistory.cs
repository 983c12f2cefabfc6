using System.Collections.Immutable;

namespace NetGen;

/// <summary>What every epoch of a training came to.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(ImmutableArray<EpochReport> epochs, ImmutableArray<SignalMeasurement> measurements)
    {
        Epochs = epochs;
        Measurements = measurements;
    }

    /// <summary>The epochs, first to last; at least one.</summary>
    public ImmutableArray<EpochReport> Epochs { get; }

    /// <summary>What <see cref="FitOptions.Probe"/> measured, first to last; empty without a probe.</summary>
    public ImmutableArray<SignalMeasurement> Measurements { get; }

    /// <summary>The first measurement with a layer that goes wrong; null where none has one.</summary>
    public SignalMeasurement? FirstProblem => Measurements.FirstOrDefault(static measurement => measurement.Problem is not null);

    /// <summary>The last epoch.</summary>
    public EpochReport Last => Epochs[^1];

    /// <summary>The epoch with the lowest validation loss, or with the lowest training loss where there were no validation data; the first of equal ones.</summary>
    public EpochReport Best => Epochs.MinBy(epoch => epoch.Validation?.Loss ?? epoch.Loss)!;

    /// <summary>The wall-clock time of all epochs.</summary>
    public TimeSpan Duration => Epochs.Aggregate(TimeSpan.Zero, (sum, epoch) => sum + epoch.Duration);

    /// <summary>A line an epoch.</summary>
    public override string ToString() => string.Join('\n', Epochs);
}

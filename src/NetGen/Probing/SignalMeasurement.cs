using System.Collections.Immutable;
using NetGen.Probing;

namespace NetGen;

/// <summary>The signal and its gradient through a network on real data, measured beside predicted. Printed, it is a table.</summary>
public sealed record SignalMeasurement
{
    /// <summary>The name of the network's class.</summary>
    public required string Network { get; init; }

    /// <summary>The layers, in order.</summary>
    public required ImmutableArray<LayerMeasurement> Layers { get; init; }

    /// <summary>How many samples were measured.</summary>
    public required int Samples { get; init; }

    /// <summary>The mean loss over them.</summary>
    public required double Loss { get; init; }

    /// <summary>Steps taken before the measurement, where it was made during training; 0 otherwise.</summary>
    public long Step { get; init; }

    /// <summary>The layer that goes wrong first; null where the signal lives.</summary>
    public SignalProblem? Problem { get; init; }

    /// <summary>The measurement as a table, predicted beside measured, columns without numbers left out.</summary>
    public override string ToString() => MeasurementTable.Of(this);
}

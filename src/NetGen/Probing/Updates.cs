namespace NetGen.Probing;

/// <summary>How far a step moved the weights.</summary>
internal static class Updates
{
    /// <summary>The measurement with update over weight for every layer that has weights other than 0.</summary>
    /// <param name="measurement">Of the network, in the order of its layers.</param>
    /// <param name="before">All parameters before the step.</param>
    /// <param name="after">All parameters after it.</param>
    public static SignalMeasurement Add<TNetwork, TTarget>(SignalMeasurement measurement, ReadOnlySpan<float> before, ReadOnlySpan<float> after)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var layers = measurement.Layers.ToBuilder();
        for (var i = 0; i < layers.Count; i++)
        {
            if (WeightTensor.Of<TNetwork, TTarget>(TNetwork.Layers[i]) is { } weights)
            {
                var old = before.Slice(weights.Offset, weights.Length);
                var size = Math.Sqrt(Moments.Squares(old) / weights.Length);
                var moved = Moments.DifferenceRms(after.Slice(weights.Offset, weights.Length), old);
                layers[i] = layers[i] with { UpdateRatio = size > 0 ? moved / size : null };
            }
        }

        return measurement with { Layers = layers.MoveToImmutable() };
    }
}

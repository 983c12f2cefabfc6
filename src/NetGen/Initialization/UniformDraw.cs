namespace NetGen.Initialization;

/// <summary>Uniform between -limit and limit.</summary>
internal readonly struct UniformDraw(float limit) : IDraw
{
    /// <inheritdoc/>
    public float Next(ref RandomStream random) => limit * random.NextSymmetric();
}

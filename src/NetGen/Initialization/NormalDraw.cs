namespace NetGen.Initialization;

/// <summary>Normal with mean 0 and the standard deviation sigma.</summary>
internal readonly struct NormalDraw(float sigma) : IDraw
{
    /// <inheritdoc/>
    public float Next(ref RandomStream random) => sigma * random.NextNormal();
}

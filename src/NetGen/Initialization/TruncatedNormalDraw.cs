namespace NetGen.Initialization;

/// <summary>Normal with mean 0 and the standard deviation sigma, cut at two of them.</summary>
internal readonly struct TruncatedNormalDraw(float sigma) : IDraw
{
    /// <inheritdoc/>
    public float Next(ref RandomStream random) => sigma * random.NextTruncatedNormal();
}

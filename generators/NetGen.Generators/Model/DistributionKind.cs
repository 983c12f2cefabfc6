namespace NetGen.Generators.Model;

/// <summary>The distributions of <c>NetGen.Distribution</c>, value for value.</summary>
internal enum DistributionKind
{
    TruncatedNormal = 0,
    Normal = 1,
    Uniform = 2,
}

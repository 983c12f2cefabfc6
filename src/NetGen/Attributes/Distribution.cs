namespace NetGen;

/// <summary>The distribution that <see cref="Initializer.VarianceScaling"/> draws from.</summary>
public enum Distribution
{
    /// <summary>Normal cut at two standard deviations, widened by 1 / 0.87962566103423978 so that the variance is the one asked for.</summary>
    TruncatedNormal = 0,

    /// <summary>Normal with mean 0.</summary>
    Normal = 1,

    /// <summary>Uniform and symmetric about 0.</summary>
    Uniform = 2,
}

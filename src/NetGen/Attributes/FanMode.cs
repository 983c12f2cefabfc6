namespace NetGen;

/// <summary>Which fan divides the scale of <see cref="Initializer.VarianceScaling"/>.</summary>
public enum FanMode
{
    /// <summary>The number of inputs of a unit: keeps the variance of activations.</summary>
    FanIn = 0,

    /// <summary>The number of units an input feeds: keeps the variance of gradients.</summary>
    FanOut = 1,

    /// <summary>The mean of both.</summary>
    FanAverage = 2,
}

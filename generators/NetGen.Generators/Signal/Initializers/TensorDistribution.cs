namespace NetGen.Generators.Signal.Initializers;

/// <summary>What emitted code draws a tensor from.</summary>
internal enum TensorDistribution
{
    /// <summary>A type of the user's own fills the tensor; nothing is known of its values.</summary>
    Custom,

    /// <summary>Every element is the constant.</summary>
    Constant,

    /// <summary>Normal, mean 0; the constant is the standard deviation.</summary>
    Normal,

    /// <summary>Normal, mean 0, drawn again beyond two deviations; the constant is the standard deviation before the cut.</summary>
    TruncatedNormal,

    /// <summary>Uniform; the constant is the half-width.</summary>
    Uniform,

    /// <summary>Rows or columns orthonormal times the constant.</summary>
    Orthogonal,

    /// <summary>Biases only: the constant (-1/2) times the sum of the unit's weights.</summary>
    WeightSum,
}

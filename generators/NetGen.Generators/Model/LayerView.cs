namespace NetGen.Generators.Model;

/// <summary>The typed view by which users reach the parameters of a layer: <c>net.Dense1.Weights</c>.</summary>
internal enum LayerView
{
    /// <summary>The layer has no parameters.</summary>
    None,

    /// <summary>A matrix of weights and perhaps biases: <c>NetGen.DenseParameters</c>.</summary>
    Dense,

    /// <summary>A factor per unit, and perhaps biases and running statistics: <c>NetGen.NormalizationParameters</c>.</summary>
    Normalization,
}

using System.Collections.Immutable;

namespace NetGen;

/// <summary>One layer of a network.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Kind">The layer's kind: <c>Dense</c>, <c>Activation</c>, <c>BatchNormalization</c>.</param>
/// <param name="Activation">The activation function's name, <c>Identity</c> where there is none.</param>
/// <param name="InputShape">The extents of what the layer receives per sample.</param>
/// <param name="OutputShape">The extents of what the layer gives per sample.</param>
/// <param name="ParameterOffset">Where the layer's parameters start in the flat buffer.</param>
/// <param name="ParameterCount">The number of the layer's parameters.</param>
/// <param name="Initializer">The weights' initializer with its constant, empty where there are no weights.</param>
/// <param name="Signal">What is predicted of the layer at initialization; null where nothing is.</param>
/// <param name="Alpha">The parameter of LeakyRelu and Elu; 0 for all others.</param>
public sealed record LayerInfo(
    string Name,
    string Kind,
    string Activation,
    ImmutableArray<int> InputShape,
    ImmutableArray<int> OutputShape,
    int ParameterOffset,
    int ParameterCount,
    string Initializer,
    SignalPrediction? Signal = null,
    float Alpha = 0)
{
    /// <summary>How many layers are inside: those just before it. 0 but for the end of a residual block.</summary>
    public int LayersInside { get; init; }

    /// <summary>
    /// The number that the layer's kind takes: the rate of a dropout, the standard deviation of noise, the epsilon of a normalization; 0 for all others.
    /// </summary>
    public double Setting { get; init; }
}

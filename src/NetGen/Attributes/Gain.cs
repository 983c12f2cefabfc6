namespace NetGen;

/// <summary>
/// Factors by which an initializer's standard deviation is multiplied, for the <c>Gain</c> property of a layer. The first group is PyTorch's
/// <c>calculate_gain</c>; those named after a textbook's table carry that name.
/// </summary>
public static class Gain
{
    /// <summary>
    /// Asks the generator for the gain that keeps the variance of the pre-activations where it is: n_in Var(W) = q / E[phi(sqrt(q) z)^2] of the
    /// activation the layer receives. (The value itself is a mark, not a factor.)
    /// </summary>
    public const double Exact = -1;

    /// <summary>1, for layers without an activation and for logistic units.</summary>
    public const double Linear = 1;

    /// <summary>1.</summary>
    public const double Sigmoid = 1;

    /// <summary>5/3.</summary>
    public const double Tanh = 5.0 / 3.0;

    /// <summary>sqrt 2.</summary>
    public const double Relu = 1.4142135623730951;

    /// <summary>sqrt(2 / (1 + 0.01^2)), for leaky ReLU with the slope 0.01.</summary>
    public const double LeakyRelu = 1.4141428569978354;

    /// <summary>3/4, found by experiment upstream.</summary>
    public const double Selu = 0.75;

    /// <summary>
    /// 4: what Géron's Table 11-1 (first edition) multiplies Glorot's constants by for tanh. Signal propagation disagrees: with it, deep tanh networks
    /// are chaotic and 61% saturated.
    /// </summary>
    public const double GeronTanh = 4;

    /// <summary>sqrt 2: what Géron's Table 11-1 (first edition) multiplies Glorot's constants by for ReLU.</summary>
    public const double GeronRelu = 1.4142135623730951;

    /// <summary>4: the factor on Glorot's constants that the Theano tutorial gives for logistic units.</summary>
    public const double TheanoSigmoid = 4;
}

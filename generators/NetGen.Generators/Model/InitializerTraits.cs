namespace NetGen.Generators.Model;

/// <summary>Which numbers each initializer takes, and where it can stand.</summary>
internal static class InitializerTraits
{
    /// <summary>Whether <c>Gain</c> multiplies what the initializer draws: those whose spread follows from the fans, and the orthogonal one.</summary>
    public static bool TakesGain(this InitializerKind kind) => kind
        is InitializerKind.GlorotNormal or InitializerKind.GlorotUniform
        or InitializerKind.HeNormal or InitializerKind.HeUniform
        or InitializerKind.LeCunNormal or InitializerKind.LeCunUniform
        or InitializerKind.VarianceScaling or InitializerKind.Orthogonal;

    /// <summary>Whether the initializer has a standard deviation of its own.</summary>
    public static bool TakesStandardDeviation(this InitializerKind kind) => kind is InitializerKind.Normal or InitializerKind.TruncatedNormal;

    /// <summary>Whether biases can start so: what draws from both fans, or makes a matrix orthogonal, means nothing for a vector.</summary>
    public static bool FitsBiases(this InitializerKind kind) => kind
        is InitializerKind.Zeros or InitializerKind.Ones or InitializerKind.Constant
        or InitializerKind.Normal or InitializerKind.TruncatedNormal or InitializerKind.Uniform
        or InitializerKind.TorchDefault or InitializerKind.CentredLogistic;

    /// <summary>What a layer's weights have where the declaration names nothing (INITIALIZATION.md's rule, by the layer's activation).</summary>
    public static InitializerKind DefaultFor(ActivationKind activation) => activation switch
    {
        ActivationKind.Relu or ActivationKind.LeakyRelu or ActivationKind.Elu or ActivationKind.Gelu or ActivationKind.GeluTanh
            or ActivationKind.Silu or ActivationKind.Mish or ActivationKind.HardSwish or ActivationKind.Softplus => InitializerKind.HeNormal,
        ActivationKind.Selu => InitializerKind.LeCunNormal,
        _ => InitializerKind.GlorotUniform,
    };
}

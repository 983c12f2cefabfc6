namespace NetGen.Generators.Model;

/// <summary>
/// The initializers of <c>NetGen.Initializer</c>, value for value, without its <c>Default</c>, which the parser resolves, and with <see cref="Custom"/>
/// for a type of the user's own.
/// </summary>
internal enum InitializerKind
{
    Custom = -1,
    GlorotNormal = 1,
    GlorotUniform = 2,
    HeNormal = 3,
    HeUniform = 4,
    LeCunNormal = 5,
    LeCunUniform = 6,
    VarianceScaling = 7,
    Normal = 8,
    Uniform = 9,
    TruncatedNormal = 10,
    Constant = 11,
    Zeros = 12,
    Ones = 13,
    Orthogonal = 14,
    TorchDefault = 15,
    CentredLogistic = 16,
}

namespace NetGen.Generators.Model;

/// <summary>The activations of <c>NetGen.Activation</c>, value for value, and <see cref="Custom"/> for a type of the user's own.</summary>
internal enum ActivationKind
{
    Custom = -1,
    Identity = 0,
    Sigmoid = 1,
    Tanh = 2,
    Relu = 3,
    LeakyRelu = 4,
    Elu = 5,
    Selu = 6,
    Gelu = 7,
    GeluTanh = 8,
    Silu = 9,
    Softplus = 10,
    Softsign = 11,
    Mish = 12,
    HardSigmoid = 13,
    HardSwish = 14,
    Softmax = 15,
}

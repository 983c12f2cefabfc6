namespace NetGen;

/// <summary>
/// The built-in activation functions phi, applied element by element to a layer's pre-activations z.
/// An activation of one's own is a type that implements <see cref="IActivation"/>.
/// </summary>
public enum Activation
{
    /// <summary>phi(z) = z.</summary>
    Identity = 0,

    /// <summary>The logistic function, phi(z) = 1 / (1 + exp(-z)); between 0 and 1.</summary>
    Sigmoid = 1,

    /// <summary>The hyperbolic tangent; between -1 and 1.</summary>
    Tanh = 2,

    /// <summary>The rectified linear unit, phi(z) = max(z, 0).</summary>
    Relu = 3,

    /// <summary>phi(z) = z for z above 0, Alpha z below; Alpha is 0.01 unless set.</summary>
    LeakyRelu = 4,

    /// <summary>phi(z) = z for z above 0, Alpha (exp(z) - 1) below; Alpha is 1 unless set (Clevert, Unterthiner and Hochreiter 2016).</summary>
    Elu = 5,

    /// <summary>phi(z) = 1.0507 z for z above 0, 1.0507 * 1.6733 (exp(z) - 1) below (Klambauer et al. 2017).</summary>
    Selu = 6,

    /// <summary>phi(z) = z (1 + erf(z / sqrt 2)) / 2 (Hendrycks and Gimpel 2016).</summary>
    Gelu = 7,

    /// <summary>GELU's approximation, phi(z) = z (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))) / 2.</summary>
    GeluTanh = 8,

    /// <summary>phi(z) = z / (1 + exp(-z)), also known as swish.</summary>
    Silu = 9,

    /// <summary>phi(z) = ln(1 + exp(z)).</summary>
    Softplus = 10,

    /// <summary>phi(z) = z / (1 + |z|); between -1 and 1.</summary>
    Softsign = 11,

    /// <summary>phi(z) = z tanh(ln(1 + exp(z))) (Misra 2020).</summary>
    Mish = 12,

    /// <summary>phi(z) = min(max(z / 6 + 1 / 2, 0), 1), PyTorch's piecewise linear logistic function.</summary>
    HardSigmoid = 13,

    /// <summary>phi(z) = z times the hard sigmoid of z (Howard et al. 2019).</summary>
    HardSwish = 14,

    /// <summary>phi(z)_i = exp(z_i) / sum_j exp(z_j), over the last axis of the layer's shape; sums to 1.</summary>
    Softmax = 15,
}

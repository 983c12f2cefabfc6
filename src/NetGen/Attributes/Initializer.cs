namespace NetGen;

/// <summary>
/// How a tensor of parameters starts. n_in and n_out are the layer's fan-in and fan-out; sigma is the standard deviation of a
/// normal and r the half-width of a uniform distribution. Where <c>Gain</c> applies, it multiplies sigma or r.
/// </summary>
public enum Initializer
{
    /// <summary>
    /// By the layer's activation: He normal for the ReLU family (ReLU, leaky ReLU, ELU, GELU, SiLU, Mish, hard swish, softplus), LeCun normal
    /// for SELU, Glorot uniform for all others; zeros for biases.
    /// </summary>
    Default = 0,

    /// <summary>sigma = sqrt(2 / (n_in + n_out)) (Glorot and Bengio 2010; Xavier).</summary>
    GlorotNormal = 1,

    /// <summary>r = sqrt(6 / (n_in + n_out)) (Glorot and Bengio 2010; Xavier).</summary>
    GlorotUniform = 2,

    /// <summary>sigma = sqrt(2 / n_in) (He et al. 2015; Kaiming).</summary>
    HeNormal = 3,

    /// <summary>r = sqrt(6 / n_in) (He et al. 2015; Kaiming).</summary>
    HeUniform = 4,

    /// <summary>sigma = sqrt(1 / n_in) (LeCun et al. 1998).</summary>
    LeCunNormal = 5,

    /// <summary>r = sqrt(3 / n_in) (LeCun et al. 1998).</summary>
    LeCunUniform = 6,

    /// <summary>Variance <c>Scale</c> / n, n chosen by <c>Mode</c>, drawn from <c>Distribution</c> (Keras' VarianceScaling).</summary>
    VarianceScaling = 7,

    /// <summary>Normal with mean 0 and the declared <c>StandardDeviation</c>.</summary>
    Normal = 8,

    /// <summary>Uniform between -<c>Limit</c> and <c>Limit</c>.</summary>
    Uniform = 9,

    /// <summary>
    /// Normal with the declared <c>StandardDeviation</c>, cut at two of them: the cut distribution's function is inverted, which takes one random number
    /// a weight and gives the distribution that drawing again beyond the cut would. Uncorrected, so that the standard deviation obtained is 0.8796 of the
    /// one declared, as in Keras, PyTorch and JAX.
    /// </summary>
    TruncatedNormal = 10,

    /// <summary>Every element is <c>Value</c>.</summary>
    Constant = 11,

    /// <summary>Every element is 0.</summary>
    Zeros = 12,

    /// <summary>Every element is 1.</summary>
    Ones = 13,

    /// <summary>Rows or columns orthonormal times <c>Gain</c>: QR of normal deviates, Q times sign(diag R) (Saxe et al. 2014).</summary>
    Orthogonal = 14,

    /// <summary>r = 1 / sqrt(n_in) for weights and biases alike: what torch.nn.Linear does.</summary>
    TorchDefault = 15,

    /// <summary>
    /// For a layer whose inputs are logistic units: weights four times Glorot normal and biases b_j = -1/2 sum_i W_ij, so that the layer sees
    /// sigma(h) - 1/2 = tanh(h / 2) / 2.
    /// </summary>
    CentredLogistic = 16,
}

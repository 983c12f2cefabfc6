namespace NetGen;

/// <summary>What a tensor is to its network.</summary>
public enum TensorRole
{
    /// <summary>Trained: the optimizer changes it along its gradient. It lies in the network's <c>Parameters</c>.</summary>
    Parameter = 0,

    /// <summary>
    /// Kept between steps but not trained, such as the running mean and variance of a batch normalization. It has no gradient and lies in the network's
    /// <c>State</c>.
    /// </summary>
    State = 1,
}

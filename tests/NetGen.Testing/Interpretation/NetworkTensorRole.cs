namespace NetGen.Testing.Interpretation;

/// <summary>What a tensor does, by which values are drawn that make sense for it.</summary>
internal enum NetworkTensorRole
{
    /// <summary>A matrix that what comes in is multiplied by.</summary>
    Weight,

    /// <summary>What is added: biases, beta.</summary>
    Shift,

    /// <summary>What normalized values are multiplied by: gamma.</summary>
    Scale,

    /// <summary>State: running means.</summary>
    Mean,

    /// <summary>State: running variances.</summary>
    Variance,
}

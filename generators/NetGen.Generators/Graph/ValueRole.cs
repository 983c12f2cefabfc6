namespace NetGen.Generators.Graph;

/// <summary>What a value is to the network.</summary>
internal enum ValueRole
{
    /// <summary>What the caller passes in.</summary>
    Input,

    /// <summary>What is trained.</summary>
    Parameter,

    /// <summary>What is kept between steps but not trained, such as a running mean.</summary>
    State,

    /// <summary>What an operation of the forward pass gives.</summary>
    Activation,

    /// <summary>What an operation keeps for its own gradient, such as the mean of a row.</summary>
    Saved,

    /// <summary>One bit per value: what dropout keeps.</summary>
    Mask,

    /// <summary>What is derived from parameters and state once per call, before the samples are read.</summary>
    Derived,

    /// <summary>The gradient of the loss with respect to another value.</summary>
    Gradient,
}

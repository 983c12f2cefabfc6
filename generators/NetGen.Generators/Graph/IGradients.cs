namespace NetGen.Generators.Graph;

/// <summary>What an operation writes its adjoint against.</summary>
internal interface IGradients
{
    /// <summary>The gradient of the loss with respect to a value, all contributions added.</summary>
    Value Of(Value value);

    /// <summary>Whether anything reads the gradient with respect to a value.</summary>
    bool Needs(Value value);

    /// <summary>A new value for a gradient with respect to another one, of its shape.</summary>
    /// <param name="value">What the gradient is with respect to.</param>
    Value New(Value value);

    /// <summary>Appends an operation to the backward pass.</summary>
    void Append(Operation operation);

    /// <summary>Hands on a contribution to the gradient with respect to a value; contributions are added.</summary>
    /// <param name="value">What the gradient is with respect to.</param>
    /// <param name="gradient">The contribution.</param>
    void Contribute(Value value, Value gradient);
}

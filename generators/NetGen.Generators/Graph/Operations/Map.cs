using NetGen.Generators.Model;

namespace NetGen.Generators.Graph.Operations;

/// <summary>y = phi(x), value by value.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="Function">phi; not softmax.</param>
/// <param name="X">The values.</param>
/// <param name="Y">Of the same shape.</param>
internal sealed record Map(int Layer, ActivationSpec Function, Value X, Value Y) : Operation(Layer)
{
    /// <summary>Whether phi' is computed from x; for the others y = phi(x) is enough, and x need not be kept.</summary>
    public static bool DerivativeNeedsInput(ActivationSpec function) => function.Kind switch
    {
        ActivationKind.Identity or ActivationKind.Sigmoid or ActivationKind.Tanh or ActivationKind.Relu or ActivationKind.HardSigmoid => false,
        _ => true,
    };

    /// <inheritdoc/>
    public override string Formula => $"{Y} = {Function.Symbol}({X})";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes | (Function.Kind == ActivationKind.Custom ? 0 : Forms.Sample);

    /// <summary>No: values are taken one after the other, padding with them.</summary>
    public override bool ReadsUnpaddedRows => false;

    /// <inheritdoc/>
    public override Value? Overwrites => X;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Map(X, Function);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Y = map(Y) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        if (!gradients.Needs(X))
        {
            return;
        }

        if (Function.Kind == ActivationKind.Identity)
        {
            gradients.Contribute(X, gradients.Of(Y));
            return;
        }

        var dx = gradients.New(X);
        gradients.Append(new MapGradient(Layer, Function, DerivativeNeedsInput(Function) ? X : Y, gradients.Of(Y), dx));
        gradients.Contribute(X, dx);
    }
}

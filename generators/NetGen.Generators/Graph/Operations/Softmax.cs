using NetGen.Generators.Model;

namespace NetGen.Generators.Graph.Operations;

/// <summary>y = exp(x) divided by its sum over the last axis.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">[rows][columns].</param>
/// <param name="Y">[rows][columns].</param>
internal sealed record Softmax(int Layer, Value X, Value Y) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Y} = softmax({X})";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <summary>Rows alone: a sum over lanes would be a sum over samples.</summary>
    public override Forms Forms => Forms.Rows;

    /// <inheritdoc/>
    public override bool ReadsUnpaddedRows => false;

    /// <inheritdoc/>
    public override Value? Overwrites => X;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Map(X, new ActivationSpec(ActivationKind.Softmax));

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Y = map(Y) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        if (gradients.Needs(X))
        {
            var dx = gradients.New(X);
            gradients.Append(new SoftmaxGradient(Layer, Y, gradients.Of(Y), dx));
            gradients.Contribute(X, dx);
        }
    }
}

using NetGen.Generators.Model;

namespace NetGen.Generators.Graph.Operations;

/// <summary>dx = dy phi'(x), phi' computed from x or from y = phi(x), whichever was kept.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="Function">phi.</param>
/// <param name="Saved">x or y.</param>
/// <param name="Dy">The gradient with respect to y.</param>
/// <param name="Dx">The gradient with respect to x.</param>
internal sealed record MapGradient(int Layer, ActivationSpec Function, Value Saved, Value Dy, Value Dx) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Dx} = {Dy} {Function.Symbol}'({Argument})";

    // What the gradient is with respect to: its symbol without the d in front and a number behind.
    private string Argument => Dx.Symbol.Substring(1).Split('_')[0];

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [Saved, Dy];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Dx];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes | (Function.Kind == ActivationKind.Custom ? 0 : Forms.Sample);

    /// <inheritdoc/>
    public override bool ReadsUnpaddedRows => false;

    /// <inheritdoc/>
    public override Value? Overwrites => Dy;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { Saved = map(Saved), Dy = map(Dy), Dx = map(Dx) };
}

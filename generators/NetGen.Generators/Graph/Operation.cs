namespace NetGen.Generators.Graph;

/// <summary>
/// One step of a pass: it reads values and writes new ones. Each operation is a file that says its shapes, its adjoint, its effect on the distribution of a signal,
/// its cost and the forms it has.
/// </summary>
/// <param name="Layer">The number of the layer that it came from; 0 for the network's own.</param>
internal abstract record Operation(int Layer)
{
    /// <summary>The formula, as comments and printed graphs have it: <c>z1 = x W1 + b1</c>.</summary>
    public abstract string Formula { get; }

    /// <summary>What it reads.</summary>
    public abstract IEnumerable<Value> Reads { get; }

    /// <summary>What it writes; the first is its result.</summary>
    public abstract IEnumerable<Value> Writes { get; }

    /// <summary>Its result.</summary>
    public Value Result => Writes.First();

    /// <summary>The forms in which it can be done.</summary>
    public abstract Forms Forms { get; }

    /// <summary>What it does to the distribution of a signal.</summary>
    public virtual SignalEffect Effect => throw new InvalidOperationException($"{GetType().Name} is not part of the forward pass as declared: it has no effect on a signal.");

    /// <summary>The same operation on other values.</summary>
    /// <param name="map">Gives the value to take in the place of one.</param>
    public abstract Operation Rewire(Func<Value, Value> map);

    /// <summary>Appends the adjoint: from the gradient of the result to those of what was read.</summary>
    public virtual void Differentiate(IGradients gradients) => throw new InvalidOperationException($"{GetType().Name} has no adjoint.");

    /// <summary>Multiply-adds per sample.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether it needs the whole batch at once: samples cannot go through it in blocks.</summary>
    public virtual bool NeedsWholeBatch => false;

    /// <summary>Whether it draws random numbers.</summary>
    public virtual bool IsRandom => false;

    /// <summary>Whether it can read rows that follow each other without padding, as the caller's do.</summary>
    public virtual bool ReadsUnpaddedRows => true;

    /// <summary>The value whose memory the result may take, where nothing else reads it any more; null where none may be overwritten.</summary>
    public virtual Value? Overwrites => null;

    /// <summary>The value that the result is another view of, where rows are not padded or a lane is a sample; null for an operation that computes.</summary>
    public virtual Value? Views => null;
}

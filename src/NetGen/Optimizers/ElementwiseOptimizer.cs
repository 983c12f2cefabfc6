using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// An optimizer of NetGen's own: it updates each parameter from its own gradient and what it remembers of it alone, so that parts of the buffers can be updated
/// one after another or by several threads at once, to the same bits.
/// </summary>
public abstract class ElementwiseOptimizer : Optimizer
{
    private readonly OptimizerState state = new();

    private protected ElementwiseOptimizer(float learningRate)
        : base(learningRate)
    {
    }

    /// <summary>The factor with which each parameter is added to its own gradient (an L2 penalty), not negative; 0 unless set.</summary>
    public virtual double WeightDecay
    {
        get;
        set => field = Settings.NotNegative(value, nameof(WeightDecay), 1e-4);
    }

    /// <inheritdoc/>
    public sealed override void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        Begin(parameters.Length, gradients.Length);
        Update(parameters, gradients, start: 0);
    }

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    /// <summary>Checks the lengths, counts a step and computes its scalars: what comes once, before any part.</summary>
    /// <param name="parameters">The number of all parameters.</param>
    /// <param name="gradients">The number of all gradients.</param>
    internal void Begin(int parameters, int gradients)
    {
        state.Begin(this, parameters, gradients);
        Prepare(state);
    }

    /// <summary>Updates a part. Safe to call from several threads for parts that do not overlap.</summary>
    /// <param name="parameters">The part's parameters.</param>
    /// <param name="gradients">Their gradients; the same length.</param>
    /// <param name="start">Where the part begins among all parameters.</param>
    internal void Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        var length = parameters.Length;
        Update(new Slots(parameters, gradients, state.Part(0, start, length), state.Part(1, start, length), state.Part(2, start, length)));
    }

    /// <summary>Computes a step's scalars, and sees to it that there is a buffer for all that the step remembers.</summary>
    /// <param name="state">What is remembered, the present step counted.</param>
    private protected abstract void Prepare(OptimizerState state);

    /// <summary>Updates a part.</summary>
    /// <param name="slots">Its buffers.</param>
    private protected abstract void Update(in Slots slots);
}

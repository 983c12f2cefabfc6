namespace NetGen.Testing.Interpretation;

/// <summary>One pass over a batch as the layers see it: what they read, and what they leave beside their outputs.</summary>
/// <param name="values">Parameters and state.</param>
/// <param name="samples">The number of samples.</param>
/// <param name="step">What random layers draw by in training; null in prediction.</param>
/// <param name="noise">Disturbs each result as single precision would; null for none.</param>
internal sealed class InterpreterPass(InterpreterValues values, int samples, InterpreterStep? step, RoundingNoise? noise)
{
    /// <summary>Parameters and state.</summary>
    public InterpreterValues Values => values;

    /// <summary>Trained tensors by name, in the visible layout.</summary>
    public IReadOnlyDictionary<string, double[]> Parameters => values.Parameters;

    /// <summary>Running statistics by name.</summary>
    public IReadOnlyDictionary<string, double[]> State => values.State;

    /// <summary>The number of samples.</summary>
    public int Samples => samples;

    /// <summary>What random layers draw by in training; null in prediction.</summary>
    public InterpreterStep? Step => step;

    /// <summary>Whether layers have their form for training.</summary>
    public bool IsTraining => step is not null;

    /// <summary>Filled on the way back: by tensor name, in the visible layout.</summary>
    public Dictionary<string, double[]> Gradients { get; private init; } = [];

    /// <summary>Filled in training: what the batch has in place of the running statistics, by their names.</summary>
    public Dictionary<string, double[]> Statistics { get; private init; } = [];

    /// <summary>In the order of the layers that have kinks.</summary>
    public List<KinkDistance> Kinks { get; private init; } = [];

    /// <summary>The same pass with other parameters or state; what it leaves goes to the same places.</summary>
    public InterpreterPass With(InterpreterValues others) => Copy(others, step);

    /// <summary>The same pass at another step, or in the form for prediction; what it leaves goes to the same places.</summary>
    public InterpreterPass At(InterpreterStep? other) => Copy(values, other);

    /// <summary>The result of an operation: as it is or, where the effect of single precision is asked for, a little off.</summary>
    public double Round(double value) => noise is null ? value : noise.Disturb(value);

    private InterpreterPass Copy(InterpreterValues otherValues, InterpreterStep? otherStep) => new(otherValues, samples, otherStep, noise)
    {
        Gradients = Gradients,
        Statistics = Statistics,
        Kinks = Kinks,
    };
}

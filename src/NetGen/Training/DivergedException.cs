namespace NetGen;

/// <summary>Training was stopped because the loss is NaN or infinite. The parameters are those after the step before.</summary>
public sealed class DivergedException : ArithmeticException
{
    internal DivergedException(string message, int epoch, long step, double loss, string? layer)
        : base(message)
    {
        Epoch = epoch;
        Step = step;
        Loss = loss;
        Layer = layer;
    }

    /// <summary>The epoch, counted from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step, counted from 1 since training began; for the validation loss, the last one before it.</summary>
    public long Step { get; }

    /// <summary>The loss: NaN or an infinity where it was the loss that stopped training.</summary>
    public double Loss { get; }

    /// <summary>The first layer whose parameters, or else gradients, are not all finite; null where all are.</summary>
    public string? Layer { get; }
}

namespace NetGen;

/// <summary>A data set holds NaN or an infinity.</summary>
public sealed class NonFiniteValueException : ArgumentException
{
    internal NonFiniteValueException(string message, int sample, int column, float value)
        : base(message)
    {
        Sample = sample;
        Column = column;
        Value = value;
    }

    /// <summary>The first sample concerned, counted from 0.</summary>
    public int Sample { get; }

    /// <summary>The value's place in its sample, counted from 0.</summary>
    public int Column { get; }

    /// <summary>The value: NaN or an infinity.</summary>
    public float Value { get; }
}

namespace NetGen;

/// <summary>Samples with their targets, whatever the targets' type; see <see cref="DataSet{TTarget}"/>.</summary>
public abstract class DataSet
{
    private protected DataSet(ReadOnlyMemory<float> inputs, int inputSize, int targetSize)
    {
        InputValues = inputs;
        InputSize = inputSize;
        TargetSize = targetSize;
    }

    /// <summary>The number of samples, at least 1.</summary>
    public int Count => InputValues.Length / InputSize;

    /// <summary>Values a sample.</summary>
    public int InputSize { get; }

    /// <summary>Targets a sample: 1 for class indices.</summary>
    public int TargetSize { get; }

    /// <summary>The type of a target: <see cref="int"/> for class indices, <see cref="float"/> for numbers.</summary>
    public abstract Type TargetType { get; }

    /// <summary>All inputs, [samples][InputSize], row-major.</summary>
    public ReadOnlySpan<float> Inputs => InputValues.Span;

    private protected ReadOnlyMemory<float> InputValues { get; }

    /// <summary>The values of one sample.</summary>
    /// <param name="index">The sample, counted from 0.</param>
    public ReadOnlySpan<float> Sample(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Inputs.Slice(index * InputSize, InputSize);
    }
}

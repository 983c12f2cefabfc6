using System.ComponentModel;
using System.Globalization;

namespace NetGen.Numerics;

/// <summary>The checks of lengths that stand before every pass.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>The number of whole samples that inputs hold; none is allowed.</summary>
    /// <param name="inputsLength">The number of values.</param>
    /// <param name="inputSize">Values a sample.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <exception cref="ShapeMismatchException">The last sample is not whole.</exception>
    public static int Samples(int inputsLength, int inputSize, string network)
    {
        var samples = inputsLength / inputSize;
        if (samples * inputSize != inputsLength)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"inputs holds {inputsLength} values, but {network} takes {inputSize} a sample: {samples} whole samples would be {(long)samples * inputSize} values. Pass a multiple of {network}.InputSize."));
        }

        return samples;
    }

    /// <summary>The number of whole samples that inputs hold, at least one: the mean over none is not defined.</summary>
    /// <param name="inputsLength">The number of values.</param>
    /// <param name="inputSize">Values a sample.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <exception cref="ShapeMismatchException">There is no sample, or the last one is not whole.</exception>
    public static int Batch(int inputsLength, int inputSize, string network)
    {
        var samples = Samples(inputsLength, inputSize, network);
        return samples > 0
            ? samples
            : throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"The batch is empty: inputs holds 0 values, and the mean loss of {network} needs at least one sample of {inputSize}."));
    }

    /// <summary>That a span has the one length it may have.</summary>
    /// <param name="actual">The length it has.</param>
    /// <param name="expected">The length it must have.</param>
    /// <param name="what">The parameter's name.</param>
    /// <param name="owner">The network's or type's name, for the message.</param>
    /// <exception cref="ShapeMismatchException">The lengths differ.</exception>
    public static void Length(int actual, long expected, string what, string owner)
    {
        if (actual != expected)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{what} has the length {actual}, but {owner} needs {expected} here. Pass a span of exactly {expected} elements."));
        }
    }
}

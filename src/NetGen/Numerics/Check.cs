using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Checks of lengths that emitted code makes before it computes anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>How many samples a span of inputs holds; none is fine.</summary>
    /// <param name="inputsLength">The span's length.</param>
    /// <param name="inputSize">Values a sample, at least 1.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples.</returns>
    /// <exception cref="ShapeMismatchException">The span ends within a sample.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Samples(int inputsLength, int inputSize, string network)
    {
        var samples = (int)((uint)inputsLength / (uint)inputSize);
        if (samples * inputSize != inputsLength)
        {
            ThrowSamples(inputsLength, inputSize, network);
        }

        return samples;
    }

    /// <summary>How many samples a span of inputs holds, where a mean is taken over them and there must be one.</summary>
    /// <param name="inputsLength">The span's length.</param>
    /// <param name="inputSize">Values a sample, at least 1.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples, at least 1.</returns>
    /// <exception cref="ShapeMismatchException">The span is empty or ends within a sample.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(int inputsLength, int inputSize, string network)
    {
        var samples = (int)((uint)inputsLength / (uint)inputSize);
        if (samples == 0 || samples * inputSize != inputsLength)
        {
            ThrowSamples(inputsLength, inputSize, network);
        }

        return samples;
    }

    /// <summary>That a span has the length it must have.</summary>
    /// <param name="actual">The span's length.</param>
    /// <param name="expected">The length it must have.</param>
    /// <param name="what">What the span holds, for the message: the parameter's name.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <exception cref="ShapeMismatchException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, long expected, string what, string network)
    {
        if (actual != expected)
        {
            ThrowLength(actual, expected, what, network);
        }
    }

    [DoesNotReturn]
    private static void ThrowSamples(int inputsLength, int inputSize, string network)
    {
        if (inputsLength == 0)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{network}: the inputs are empty; expected at least one sample of {inputSize} values. Pass {inputSize} values a sample."));
        }

        var over = inputsLength % inputSize;
        throw new ShapeMismatchException(string.Create(
            CultureInfo.InvariantCulture,
            $"{network}: the inputs hold {inputsLength} values, which is no multiple of the {inputSize} of a sample ({inputsLength / inputSize} samples and {over} values). Pass {inputSize} values a sample, sample after sample, {(long)inputsLength - over + inputSize} for {(inputsLength / inputSize) + 1}."));
    }

    [DoesNotReturn]
    private static void ThrowLength(int actual, long expected, string what, string network) => throw new ShapeMismatchException(string.Create(
        CultureInfo.InvariantCulture,
        $"{network}: {what} holds {actual} values, expected {expected}. Pass a span of exactly {expected} values."));
}

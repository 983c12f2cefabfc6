using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using NetGen.Losses;

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

    /// <summary>How many samples a batch of prediction holds; none is fine.</summary>
    /// <param name="inputs">[samples][inputSize].</param>
    /// <param name="outputs">[samples][outputSize].</param>
    /// <param name="inputSize">Values per sample, at least 1.</param>
    /// <param name="outputSize">Values that the network gives per sample.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples.</returns>
    /// <exception cref="ShapeMismatchException">The inputs end within a sample, or the outputs have another number of samples.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Prediction(ReadOnlySpan<float> inputs, Span<float> outputs, int inputSize, int outputSize, string network)
    {
        var samples = Samples(inputs.Length, inputSize, network);
        Length(outputs.Length, (long)samples * outputSize, nameof(outputs), network);
        return samples;
    }

    /// <summary>How many samples a batch with class indices holds.</summary>
    /// <param name="inputs">[samples][inputSize], at least one.</param>
    /// <param name="targets">The class of each sample.</param>
    /// <param name="inputSize">Values per sample, at least 1.</param>
    /// <param name="outputSize">The number of classes.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples, at least 1.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    /// <exception cref="InvalidLabelException">A target is not a class.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, int inputSize, int outputSize, string network)
    {
        var samples = Batch(inputs.Length, inputSize, network);
        Length(targets.Length, samples, nameof(targets), network);
        Targets.CheckClasses(targets, outputSize);
        return samples;
    }

    /// <summary>How many samples a batch with a target for each output holds.</summary>
    /// <param name="inputs">[samples][inputSize], at least one.</param>
    /// <param name="targets">[samples][outputSize].</param>
    /// <param name="inputSize">Values per sample, at least 1.</param>
    /// <param name="outputSize">Targets per sample.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples, at least 1.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int inputSize, int outputSize, string network)
    {
        var samples = Batch(inputs.Length, inputSize, network);
        Length(targets.Length, (long)samples * outputSize, nameof(targets), network);
        return samples;
    }

    /// <summary>How many samples a batch of training with class indices holds.</summary>
    /// <param name="inputs">[samples][inputSize], at least one.</param>
    /// <param name="targets">The class of each sample.</param>
    /// <param name="gradients">[parameterCount].</param>
    /// <param name="inputSize">Values per sample, at least 1.</param>
    /// <param name="outputSize">The number of classes.</param>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples, at least 1.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    /// <exception cref="InvalidLabelException">A target is not a class.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(
        ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets, Span<float> gradients, int inputSize, int outputSize, int parameterCount, string network)
    {
        var samples = Batch(inputs, targets, inputSize, outputSize, network);
        Length(gradients.Length, parameterCount, nameof(gradients), network);
        return samples;
    }

    /// <summary>How many samples a batch of training with a target for each output holds.</summary>
    /// <param name="inputs">[samples][inputSize], at least one.</param>
    /// <param name="targets">[samples][outputSize].</param>
    /// <param name="gradients">[parameterCount].</param>
    /// <param name="inputSize">Values per sample, at least 1.</param>
    /// <param name="outputSize">Targets per sample.</param>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The number of samples, at least 1.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, int inputSize, int outputSize, int parameterCount, string network)
    {
        var samples = Batch(inputs, targets, inputSize, outputSize, network);
        Length(gradients.Length, parameterCount, nameof(gradients), network);
        return samples;
    }

    /// <summary>That a span for gradients with respect to inputs has the inputs' length.</summary>
    /// <param name="inputGradients">The span.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ShapeMismatchException">It has another length.</exception>
    public static Span<float> InputGradients(Span<float> inputGradients, ReadOnlySpan<float> inputs, string network)
    {
        Length(inputGradients.Length, inputs.Length, nameof(inputGradients), network);
        return inputGradients;
    }

    /// <summary>That a batch of training has as many samples as the network needs.</summary>
    /// <param name="samples">Samples of the batch.</param>
    /// <param name="minimum">The fewest there may be: 2 where a layer normalizes over the batch.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MinimumBatch(int samples, int minimum, string network)
    {
        if (samples < minimum)
        {
            ThrowMinimumBatch(samples, minimum, network);
        }
    }

    [DoesNotReturn]
    private static void ThrowMinimumBatch(int samples, int minimum, string network) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"{network}: a batch of {samples} cannot be trained on. The network normalizes over the batch, and of fewer than {minimum} samples there is no variance. Pass at least {minimum} samples; Predict takes any number."));

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

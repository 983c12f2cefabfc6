using System.Globalization;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>What an optimizer remembers between steps: how many there were, and up to three buffers with one float a parameter.</summary>
internal sealed class OptimizerState
{
    private readonly AlignedBuffer?[] buffers = new AlignedBuffer?[3];
    private int length = -1;

    /// <summary>Steps taken, the present one included.</summary>
    public long Steps { get; private set; }

    /// <summary>Checks the lengths and counts a step.</summary>
    /// <param name="optimizer">The optimizer, for the message.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="gradients">The number of gradients.</param>
    public void Begin(Optimizer optimizer, int parameters, int gradients)
    {
        if (parameters != gradients)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{optimizer.GetType().Name} was given {parameters} parameters and {gradients} gradients; there must be one gradient a parameter."));
        }

        if (length >= 0 && length != parameters)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{optimizer.GetType().Name} has taken {Steps} steps with {length} parameters and was now given {parameters}. Give each network an optimizer of its own, or call Reset() first."));
        }

        length = parameters;
        Steps++;
    }

    /// <summary>Sees to it that there is a buffer with one float a parameter, 64-byte aligned; a new one holds <paramref name="initial"/>.</summary>
    /// <param name="index">Which, 0 to 2.</param>
    /// <param name="initial">What its elements start as.</param>
    public void Allocate(int index, float initial = 0)
    {
        if (buffers[index] is null)
        {
            var buffer = new AlignedBuffer(length);
            buffer.Span.Fill(initial);
            buffers[index] = buffer;
        }
    }

    /// <summary>A part of a buffer; nothing of one that has not been allocated.</summary>
    /// <param name="index">Which, 0 to 2.</param>
    /// <param name="start">Its first element.</param>
    /// <param name="count">Its elements.</param>
    public Span<float> Part(int index, int start, int count) => buffers[index] is { } buffer ? buffer.Span.Slice(start, count) : default;

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(buffers);
        length = -1;
        Steps = 0;
    }
}

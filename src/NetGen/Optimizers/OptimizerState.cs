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
    /// <param name="optimizer">The optimizer's name, for the message.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="gradients">The number of gradients.</param>
    public void Begin(string optimizer, int parameters, int gradients)
    {
        if (parameters != gradients)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{optimizer} was given {parameters} parameters and {gradients} gradients; there must be one gradient a parameter."));
        }

        if (length >= 0 && length != parameters)
        {
            throw new ShapeMismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{optimizer} has taken {Steps} steps with {length} parameters and was now given {parameters}. Give each network an optimizer of its own, or call Reset() first."));
        }

        length = parameters;
        Steps++;
    }

    /// <summary>A buffer with one float a parameter, 64-byte aligned; allocated when first asked for, then holding <paramref name="initial"/>.</summary>
    /// <param name="index">Which, 0 to 2.</param>
    /// <param name="initial">What its elements start as.</param>
    public Span<float> Moments(int index, float initial = 0)
    {
        if (buffers[index] is not { } buffer)
        {
            buffers[index] = buffer = new AlignedBuffer(length);
            buffer.Span.Fill(initial);
        }

        return buffer.Span;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(buffers);
        length = -1;
        Steps = 0;
    }
}

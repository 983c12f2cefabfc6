using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Optimizers;

/// <summary>What an optimizer remembers between steps: how many there were, and up to three buffers with one float a parameter.</summary>
internal sealed class OptimizerState
{
    private const int Alignment = 64;

    private readonly Buffer?[] buffers = new Buffer?[3];
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
    public Span<float> Moments(int index, float initial = 0) => (buffers[index] ??= new Buffer(length, initial)).Values;

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(buffers);
        length = -1;
        Steps = 0;
    }

    private sealed class Buffer
    {
        private readonly float[] storage;
        private readonly int start;
        private readonly int length;

        public unsafe Buffer(int length, float initial)
        {
            const int Slack = Alignment / sizeof(float) - 1;
            storage = GC.AllocateUninitializedArray<float>(length + Slack, pinned: true);
            var address = (nuint)Unsafe.AsPointer(ref storage[0]);
            start = (int)((Alignment - address % Alignment) % Alignment / sizeof(float));
            this.length = length;
            Values.Fill(initial);
        }

        public Span<float> Values => storage.AsSpan(start, length);
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Activations;

/// <summary>Softmax over groups of values that lie one after the other: a_i = exp(z_i - max z) / sum_j exp(z_j - max z).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>The forward pass.</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="a">Outputs; may be the same memory.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="stride">Floats from one sample to the next.</param>
    /// <param name="groups">Groups a sample.</param>
    /// <param name="size">Values a group.</param>
    public static void Forward(ref float z, ref float a, int rows, nuint stride, int groups, int size)
    {
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            for (nuint group = 0; group < (nuint)groups; group++)
            {
                var start = (row * stride) + (group * (nuint)size);
                var sum = Exponentials(ref Unsafe.Add(ref z, start), ref Unsafe.Add(ref a, start), size, out _);
                foreach (ref var value in MemoryMarshal.CreateSpan(ref Unsafe.Add(ref a, start), size))
                {
                    value /= sum;
                }
            }
        }
    }

    /// <summary>The backward pass: dz_i = a_i (da_i - sum_j a_j da_j).</summary>
    /// <param name="a">Outputs of the forward pass.</param>
    /// <param name="da">Gradients of the outputs.</param>
    /// <param name="dz">Gradients of the pre-activations; may be the same memory.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="stride">Floats from one sample to the next.</param>
    /// <param name="groups">Groups a sample.</param>
    /// <param name="size">Values a group.</param>
    public static void Backward(ref float a, ref float da, ref float dz, int rows, nuint stride, int groups, int size)
    {
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            for (nuint group = 0; group < (nuint)groups; group++)
            {
                var start = (row * stride) + (group * (nuint)size);
                var dot = 0.0;
                for (var i = start; i < start + (nuint)size; i++)
                {
                    dot += (double)Unsafe.Add(ref a, i) * Unsafe.Add(ref da, i);
                }

                for (var i = start; i < start + (nuint)size; i++)
                {
                    Unsafe.Add(ref dz, i) = Unsafe.Add(ref a, i) * (Unsafe.Add(ref da, i) - (float)dot);
                }
            }
        }
    }

    /// <summary>exp(z_i - max z) for one group, and their sum.</summary>
    internal static float Exponentials(ref float z, ref float exponentials, int size, out float maximum)
    {
        maximum = float.NegativeInfinity;
        foreach (var value in MemoryMarshal.CreateReadOnlySpan(ref z, size))
        {
            // A value that is no number wins, so that it is seen in every output.
            maximum = value > maximum || float.IsNaN(value) ? value : maximum;
        }

        Elementwise.Forward(new ShiftedExponential(maximum), ref z, ref exponentials, (nuint)size);
        var sum = 0f;
        foreach (var value in MemoryMarshal.CreateReadOnlySpan(ref exponentials, size))
        {
            sum += value;
        }

        return sum;
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Activations;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>ln sum_j exp(y_j) - y_t, t the class of a row; derivative softmax(y)_j - [j = t].</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxCrossEntropy
{
    /// <summary>The sum over rows, and the gradient by each logit times <paramref name="scale"/>.</summary>
    /// <param name="outputs">Logits.</param>
    /// <param name="stride">Floats from one row of logits to the next.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="width">Classes.</param>
    /// <param name="targets">The class of each row, checked to be one.</param>
    /// <param name="gradients">Where gradients go; exactly <paramref name="width"/> a row are written.</param>
    /// <param name="gradientStride">Floats from one row of gradients to the next.</param>
    /// <param name="scale">What gradients are multiplied by.</param>
    public static double Compute(
        ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<int> targets, ref float gradients, nuint gradientStride, float scale)
    {
        var total = 0.0;
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            ref var logits = ref Unsafe.Add(ref outputs, row * stride);
            ref var gradient = ref Unsafe.Add(ref gradients, row * gradientStride);
            var logit = Unsafe.Add(ref logits, targets[(int)row]);
            var sum = Softmax.Exponentials(ref logits, ref gradient, width, out var maximum);
            total += Math.Log(sum) + maximum - logit;
            var factor = scale / sum;
            foreach (ref var value in MemoryMarshal.CreateSpan(ref gradient, width))
            {
                value *= factor;
            }

            Unsafe.Add(ref gradient, targets[(int)row]) -= scale;
        }

        return total;
    }

    /// <summary>The sum over rows.</summary>
    /// <param name="outputs">Logits.</param>
    /// <param name="stride">Floats from one row of logits to the next.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="width">Classes.</param>
    /// <param name="targets">The class of each row, checked to be one.</param>
    public static double Sum(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<int> targets)
    {
        var total = 0.0;
        using var workspace = Workspace.Rent(width);
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            ref var logits = ref Unsafe.Add(ref outputs, row * stride);
            var sum = Softmax.Exponentials(ref logits, ref workspace.Origin, width, out var maximum);
            total += Math.Log(sum) + maximum - Unsafe.Add(ref logits, targets[(int)row]);
        }

        return total;
    }
}

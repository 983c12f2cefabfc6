using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Activations;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>ln sum_j exp(y_j) - y_t of a row of logits y and the index t of the right class: the cross-entropy of softmax(y).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxCrossEntropy
{
    /// <summary>The sum of the losses of a batch's rows, and its gradient softmax(y)_j - [j = t].</summary>
    /// <param name="outputs">The first logit of the first row.</param>
    /// <param name="stride">Floats from a row of logits to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="width">Logits a row: the number of classes, at least 1.</param>
    /// <param name="targets">The index of the right class, one a row, from 0 to width - 1.</param>
    /// <param name="gradients">Where the first derivative goes; exactly <paramref name="width"/> a row are written. Must not overlap the logits.</param>
    /// <param name="gradientStride">Floats from a row of gradients to the next.</param>
    /// <param name="scale">What each derivative is multiplied by: 1 / rows where the loss is the mean.</param>
    /// <returns>The sum of the losses, not divided by their number.</returns>
    /// <exception cref="InvalidLabelException">A target is no class.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Compute(
        ref float outputs,
        nuint stride,
        int rows,
        int width,
        ReadOnlySpan<int> targets,
        ref float gradients,
        nuint gradientStride,
        float scale)
    {
        Targets.CheckClasses(targets[..rows], width);
        var total = 0.0;
        for (var row = 0; row < rows; row++)
        {
            ref var logits = ref Unsafe.Add(ref outputs, (nuint)row * stride);
            ref var gradient = ref Unsafe.Add(ref gradients, (nuint)row * gradientStride);
            var sum = Softmax.Exponentials(ref logits, ref gradient, width, out var max);
            total += Loss(sum, max, Unsafe.Add(ref logits, targets[row]));
            Softmax.Scale(ref gradient, width, scale / sum);
            Unsafe.Add(ref gradient, targets[row]) -= scale;
        }

        return total;
    }

    /// <summary>The sum of the losses of a batch's rows.</summary>
    /// <param name="outputs">The first logit of the first row.</param>
    /// <param name="stride">Floats from a row of logits to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="width">Logits a row: the number of classes, at least 1.</param>
    /// <param name="targets">The index of the right class, one a row, from 0 to width - 1.</param>
    /// <returns>The sum of the losses, not divided by their number.</returns>
    /// <exception cref="InvalidLabelException">A target is no class.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<int> targets)
    {
        Targets.CheckClasses(targets[..rows], width);
        var total = 0.0;
        for (var row = 0; row < rows; row++)
        {
            ref var logits = ref Unsafe.Add(ref outputs, (nuint)row * stride);
            var sum = Softmax.SumOfExponentials(ref logits, width, out var max);
            total += Loss(sum, max, Unsafe.Add(ref logits, targets[row]));
        }

        return total;
    }

    // The sum is at least 1, that of the largest logit: its logarithm cannot overflow.
    private static double Loss(float sum, float max, float right) => (double)VectorMath.Log(sum) + ((double)max - right);
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

    /// <summary>The same where a lane is a sample: logit j of the samples of group g lies at (g width + j) lanes, and so do the gradients.</summary>
    /// <param name="outputs">The first logit of the first group.</param>
    /// <param name="lanes">Samples a group: 16, 8 or 4. Lanes of the last group without a sample add nothing, and get the gradient 0.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="width">Logits a sample: the number of classes, at least 1.</param>
    /// <param name="targets">The index of the right class, one a sample, from 0 to width - 1.</param>
    /// <param name="gradients">Where the first derivative goes; whole groups are written. Must not overlap the logits.</param>
    /// <param name="scale">What each derivative is multiplied by: 1 / samples where the loss is the mean.</param>
    /// <returns>The sum of the losses, not divided by their number.</returns>
    /// <exception cref="InvalidLabelException">A target is no class.</exception>
    public static double ComputeLanes(
        ref float outputs, int lanes, int samples, int width, ReadOnlySpan<int> targets, ref float gradients, float scale)
    {
        targets = targets[..samples];
        Targets.CheckClasses(targets, width);
        return lanes switch
        {
            16 => Lanes<Vector512<float>, VectorOperations512>(ref outputs, width, targets, ref gradients, scale),
            8 => Lanes<Vector256<float>, VectorOperations256>(ref outputs, width, targets, ref gradients, scale),
            _ => Lanes<Vector128<float>, VectorOperations128>(ref outputs, width, targets, ref gradients, scale),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Lanes<TVector, TOp>(ref float logits, int width, ReadOnlySpan<int> targets, ref float gradients, float scale)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var total = 0.0;
        for (var rest = targets; rest.Length > 0; rest = rest[Math.Min(rest.Length, (int)TOp.Lanes)..])
        {
            var max = TOp.Load(ref logits, 0);
            for (nuint j = 1; j < (nuint)width; j++)
            {
                var logit = TOp.Load(ref logits, j * TOp.Lanes);
                max = TOp.Select(TOp.LessThan(max, logit), logit, max);
            }

            var sum = TOp.Constant(0);
            for (nuint j = 0; j < (nuint)width; j++)
            {
                var exponential = VectorFunctions<TVector, TOp>.Exp(TOp.Subtract(TOp.Load(ref logits, j * TOp.Lanes), max));
                TOp.Store(exponential, ref gradients, j * TOp.Lanes);
                sum = TOp.Add(sum, exponential);
            }

            var count = Math.Min(rest.Length, (int)TOp.Lanes);
            var isWhole = count == (int)TOp.Lanes;
            var factor = TOp.Divide(TOp.Constant(scale), sum);
            for (nuint j = 0; j < (nuint)width; j++)
            {
                var gradient = TOp.Multiply(TOp.Load(ref gradients, j * TOp.Lanes), factor);
                TOp.Store(isWhole ? gradient : TOp.KeepFirst(gradient, count), ref gradients, j * TOp.Lanes);
            }

            var log = VectorFunctions<TVector, TOp>.Log(sum);
            total += TOp.SumAcrossInDouble(isWhole ? log : TOp.KeepFirst(log, count)) + TOp.SumAcrossInDouble(isWhole ? max : TOp.KeepFirst(max, count));
            for (var lane = 0; lane < count; lane++)
            {
                var at = ((nuint)rest[lane] * TOp.Lanes) + (nuint)lane;
                total -= Unsafe.Add(ref logits, at);
                Unsafe.Add(ref gradients, at) -= scale;
            }

            logits = ref Unsafe.Add(ref logits, (nuint)width * TOp.Lanes);
            gradients = ref Unsafe.Add(ref gradients, (nuint)width * TOp.Lanes);
        }

        return total;
    }

    // The sum is at least 1, that of the largest logit: its logarithm cannot overflow.
    private static double Loss(float sum, float max, float right) => (double)VectorMath.Log(sum) + ((double)max - right);
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>(y - t)^2 of an output y and its target t.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeanSquaredError
{
    /// <summary>The sum of the losses of a batch's outputs, and its gradient.</summary>
    /// <param name="outputs">The first output of the first row.</param>
    /// <param name="stride">Floats from a row of outputs to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="width">Outputs a row.</param>
    /// <param name="targets">[rows][width], row-major.</param>
    /// <param name="gradients">Where the first derivative goes; exactly <paramref name="width"/> a row are written. Must not overlap the outputs.</param>
    /// <param name="gradientStride">Floats from a row of gradients to the next.</param>
    /// <param name="scale">What each derivative is multiplied by: 1 / (rows width) where the loss is the mean.</param>
    /// <returns>The sum of the losses, not divided by their number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer targets than outputs.</exception>
    public static double Compute(
        ref float outputs,
        nuint stride,
        int rows,
        int width,
        ReadOnlySpan<float> targets,
        ref float gradients,
        nuint gradientStride,
        float scale) =>
        ElementLosses.Compute(new Element(), ref outputs, stride, rows, width, targets, ref gradients, gradientStride, scale);

    /// <summary>The sum of the losses of a batch's outputs.</summary>
    /// <param name="outputs">The first output of the first row.</param>
    /// <param name="stride">Floats from a row of outputs to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="width">Outputs a row.</param>
    /// <param name="targets">[rows][width], row-major.</param>
    /// <returns>The sum of the losses, not divided by their number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer targets than outputs.</exception>
    public static double Sum(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets) =>
        ElementLosses.Sum(new Element(), ref outputs, stride, rows, width, targets);

    /// <summary>The same where a lane is a sample: output j of the samples of group g lies at (g width + j) lanes, and so do the gradients.</summary>
    /// <param name="outputs">The first output of the first group.</param>
    /// <param name="lanes">Samples a group: 16, 8 or 4. Lanes of the last group without a sample add nothing, and get the gradient 0.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="width">Outputs a sample.</param>
    /// <param name="targets">[samples][width], row-major.</param>
    /// <param name="gradients">Where the first derivative goes; whole groups are written. Must not overlap the outputs.</param>
    /// <param name="scale">What each derivative is multiplied by: 1 / (samples width) where the loss is the mean.</param>
    /// <returns>The sum of the losses, not divided by their number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer targets than outputs.</exception>
    public static double ComputeLanes(
        ref float outputs, int lanes, int samples, int width, ReadOnlySpan<float> targets, ref float gradients, float scale) =>
        LaneLosses.Compute(new Element(), ref outputs, lanes, samples, width, targets, ref gradients, scale);

    private readonly struct Element : IElementLoss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Evaluate<TVector, TOp>(TVector output, TVector target, out TVector derivative)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector>
        {
            var difference = TOp.Subtract(output, target);
            derivative = TOp.Add(difference, difference);
            return TOp.Multiply(difference, difference);
        }
    }
}

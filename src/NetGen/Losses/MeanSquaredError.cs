using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>(y - t)^2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeanSquaredError
{
    /// <summary>The sum over rows and columns, and the gradient by each output times <paramref name="scale"/>.</summary>
    /// <param name="outputs">What the network gave.</param>
    /// <param name="stride">Floats from one row of outputs to the next.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="width">Outputs a sample.</param>
    /// <param name="targets">[rows][width].</param>
    /// <param name="gradients">Where gradients go; exactly <paramref name="width"/> a row are written.</param>
    /// <param name="gradientStride">Floats from one row of gradients to the next.</param>
    /// <param name="scale">What gradients are multiplied by.</param>
    public static double Compute(
        ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, ref float gradients, nuint gradientStride, float scale) =>
        ElementLoss.Compute(default(Element), ref outputs, stride, rows, width, targets, ref gradients, gradientStride, scale);

    /// <summary>The sum over rows and columns.</summary>
    /// <param name="outputs">What the network gave.</param>
    /// <param name="stride">Floats from one row of outputs to the next.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="width">Outputs a sample.</param>
    /// <param name="targets">[rows][width].</param>
    public static double Sum(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets) =>
        ElementLoss.Sum(default(Element), ref outputs, stride, rows, width, targets);

    private readonly struct Element : IElementLoss
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Apply<T>(T output, T target)
            where T : struct, ILanes<T>
        {
            var difference = T.Subtract(output, target);
            return T.Multiply(difference, difference);
        }

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Derivative<T>(T output, T target)
            where T : struct, ILanes<T>
        {
            var difference = T.Subtract(output, target);
            return T.Add(difference, difference);
        }
    }
}

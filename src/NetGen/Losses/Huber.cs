using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>(y - t)^2 / 2 where |y - t| is at most delta, delta (|y - t| - delta / 2) beyond.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Huber
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
    /// <param name="delta">Where the square turns into a line.</param>
    public static double Compute(
        ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, ref float gradients, nuint gradientStride, float scale, float delta) =>
        ElementLoss.Compute(new Element(delta), ref outputs, stride, rows, width, targets, ref gradients, gradientStride, scale);

    /// <summary>The sum over rows and columns.</summary>
    /// <param name="outputs">What the network gave.</param>
    /// <param name="stride">Floats from one row of outputs to the next.</param>
    /// <param name="rows">Samples.</param>
    /// <param name="width">Outputs a sample.</param>
    /// <param name="targets">[rows][width].</param>
    /// <param name="delta">Where the square turns into a line.</param>
    public static double Sum(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, float delta) =>
        ElementLoss.Sum(new Element(delta), ref outputs, stride, rows, width, targets);

    private readonly struct Element(float delta) : IElementLoss
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Apply<T>(T output, T target)
            where T : struct, ILanes<T>
        {
            var magnitude = T.Abs(T.Subtract(output, target));
            var square = T.Multiply(T.Create(0.5f), T.Multiply(magnitude, magnitude));
            var line = T.Multiply(T.Create(delta), T.Subtract(magnitude, T.Create(0.5f * delta)));
            return T.SelectGreater(magnitude, T.Create(delta), line, square);
        }

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Derivative<T>(T output, T target)
            where T : struct, ILanes<T>
        {
            var difference = T.Subtract(output, target);
            return T.SelectGreater(T.Abs(difference), T.Create(delta), T.CopySign(T.Create(delta), difference), difference);
        }
    }
}

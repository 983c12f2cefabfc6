using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes128 = NetGen.LayerKernels.NormalizedLanes<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128, NetGen.LayerKernels.UncentredKind>;
using Lanes256 = NetGen.LayerKernels.NormalizedLanes<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256, NetGen.LayerKernels.UncentredKind>;
using Lanes512 = NetGen.LayerKernels.NormalizedLanes<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512, NetGen.LayerKernels.UncentredKind>;
using Rows1 = NetGen.LayerKernels.NormalizedRows<float, NetGen.Numerics.ScalarOperations, NetGen.LayerKernels.UncentredKind>;
using Rows128 = NetGen.LayerKernels.NormalizedRows<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128, NetGen.LayerKernels.UncentredKind>;
using Rows256 = NetGen.LayerKernels.NormalizedRows<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256, NetGen.LayerKernels.UncentredKind>;
using Rows512 = NetGen.LayerKernels.NormalizedRows<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512, NetGen.LayerKernels.UncentredKind>;

namespace NetGen.LayerKernels;

/// <summary>
/// Root mean square normalization (Zhang and Sennrich, "Root mean square layer normalization", 2019, equation 4): each row is divided by its root mean square,
/// then scaled by what is learned.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RmsNormalization
{
    /// <summary>y = gamma x / sqrt(mean of x^2 + epsilon), with the mean of each row.</summary>
    /// <param name="x">The first value of the first row; nothing is read beyond a row's columns.</param>
    /// <param name="xStride">Floats from a row to the next.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="y">
    /// Where the first output goes; may be <paramref name="x"/> with the same stride, but must not overlap it otherwise. Nothing is written beyond a row's
    /// columns.
    /// </param>
    /// <param name="yStride">Floats from a row to the next.</param>
    /// <param name="statistics">[rows]: 1 / sqrt(mean of x^2 + epsilon) of each row, written.</param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    /// <param name="epsilon">Added to the mean square, above 0.</param>
    public static void Forward(
        ref float x, nuint xStride, ref float gamma, ref float y, nuint yStride, ref float statistics, nuint rows, int columns, float epsilon)
    {
        if (Vector512.IsHardwareAccelerated && columns >= 16)
        {
            Rows512.Forward(ref x, xStride, ref gamma, ref Unsafe.NullRef<float>(), ref y, yStride, ref statistics, rows, columns, epsilon);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= 8)
        {
            Rows256.Forward(ref x, xStride, ref gamma, ref Unsafe.NullRef<float>(), ref y, yStride, ref statistics, rows, columns, epsilon);
        }
        else if (columns >= 4)
        {
            Rows128.Forward(ref x, xStride, ref gamma, ref Unsafe.NullRef<float>(), ref y, yStride, ref statistics, rows, columns, epsilon);
        }
        else
        {
            Rows1.Forward(ref x, xStride, ref gamma, ref Unsafe.NullRef<float>(), ref y, yStride, ref statistics, rows, columns, epsilon);
        }
    }

    /// <summary><see cref="Forward"/> without the statistics, which only the backward pass needs.</summary>
    /// <param name="x">The first value of the first row; nothing is read beyond a row's columns.</param>
    /// <param name="xStride">Floats from a row to the next.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="y">
    /// Where the first output goes; may be <paramref name="x"/> with the same stride, but must not overlap it otherwise. Nothing is written beyond a row's
    /// columns.
    /// </param>
    /// <param name="yStride">Floats from a row to the next.</param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    /// <param name="epsilon">Added to the mean square, above 0.</param>
    public static void Predict(ref float x, nuint xStride, ref float gamma, ref float y, nuint yStride, nuint rows, int columns, float epsilon) =>
        Forward(ref x, xStride, ref gamma, ref y, yStride, ref Unsafe.NullRef<float>(), rows, columns, epsilon);

    /// <summary>
    /// dx = r (g - xhat times the mean of g xhat) with g = dy gamma, r = 1 / sqrt(mean of x^2 + epsilon), xhat = r x, and means over the row; dgamma is the
    /// sum over the rows of dy xhat.
    /// </summary>
    /// <param name="x">What the forward pass read.</param>
    /// <param name="xStride">Floats from a row to the next.</param>
    /// <param name="statistics">What the forward pass wrote.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="dy">The gradient with respect to the outputs.</param>
    /// <param name="dyStride">Floats from a row to the next.</param>
    /// <param name="dx">
    /// Where the gradient with respect to x goes; may be <paramref name="dy"/> or <paramref name="x"/> with the same stride, but must not overlap them
    /// otherwise.
    /// </param>
    /// <param name="dxStride">Floats from a row to the next.</param>
    /// <param name="dgamma">The gradient with respect to gamma, exactly <paramref name="columns"/> floats.</param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    /// <param name="accumulate">Whether the gradients of the parameters are added to what is there.</param>
    public static void Backward(
        ref float x,
        nuint xStride,
        ref float statistics,
        ref float gamma,
        ref float dy,
        nuint dyStride,
        ref float dx,
        nuint dxStride,
        ref float dgamma,
        nuint rows,
        int columns,
        bool accumulate)
    {
        if (Vector512.IsHardwareAccelerated && columns >= 16)
        {
            Rows512.Backward(
                ref x,
                xStride,
                ref statistics,
                ref gamma,
                ref dy,
                dyStride,
                ref dx,
                dxStride,
                ref dgamma,
                ref Unsafe.NullRef<float>(),
                rows,
                columns,
                accumulate);
        }
        else if (Vector256.IsHardwareAccelerated && columns >= 8)
        {
            Rows256.Backward(
                ref x,
                xStride,
                ref statistics,
                ref gamma,
                ref dy,
                dyStride,
                ref dx,
                dxStride,
                ref dgamma,
                ref Unsafe.NullRef<float>(),
                rows,
                columns,
                accumulate);
        }
        else if (columns >= 4)
        {
            Rows128.Backward(
                ref x,
                xStride,
                ref statistics,
                ref gamma,
                ref dy,
                dyStride,
                ref dx,
                dxStride,
                ref dgamma,
                ref Unsafe.NullRef<float>(),
                rows,
                columns,
                accumulate);
        }
        else
        {
            Rows1.Backward(
                ref x,
                xStride,
                ref statistics,
                ref gamma,
                ref dy,
                dyStride,
                ref dx,
                dxStride,
                ref dgamma,
                ref Unsafe.NullRef<float>(),
                rows,
                columns,
                accumulate);
        }
    }

    /// <summary><see cref="Forward"/> where a lane is a sample.</summary>
    /// <param name="x">[groups][columns][lanes].</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="y">
    /// [groups][columns][lanes]; may be <paramref name="x"/>, but must not overlap it otherwise. What lanes without a sample get means nothing.
    /// </param>
    /// <param name="statistics">[groups][lanes]: 1 / sqrt(mean of x^2 + epsilon) of each sample, written.</param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="columns">Values per sample, at least 1.</param>
    /// <param name="epsilon">Added to the mean square, above 0.</param>
    public static void ForwardLanes(ref float x, ref float gamma, ref float y, ref float statistics, nuint groups, int columns, float epsilon)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes512.Forward(ref x, ref gamma, ref Unsafe.NullRef<float>(), ref y, ref statistics, groups, columns, epsilon);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Lanes256.Forward(ref x, ref gamma, ref Unsafe.NullRef<float>(), ref y, ref statistics, groups, columns, epsilon);
        }
        else
        {
            Lanes128.Forward(ref x, ref gamma, ref Unsafe.NullRef<float>(), ref y, ref statistics, groups, columns, epsilon);
        }
    }

    /// <summary><see cref="Predict"/> where a lane is a sample.</summary>
    /// <param name="x">[groups][columns][lanes].</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="y">
    /// [groups][columns][lanes]; may be <paramref name="x"/>, but must not overlap it otherwise. What lanes without a sample get means nothing.
    /// </param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="columns">Values per sample, at least 1.</param>
    /// <param name="epsilon">Added to the mean square, above 0.</param>
    public static void PredictLanes(ref float x, ref float gamma, ref float y, nuint groups, int columns, float epsilon) =>
        ForwardLanes(ref x, ref gamma, ref y, ref Unsafe.NullRef<float>(), groups, columns, epsilon);

    /// <summary>
    /// <see cref="Backward"/> where a lane is a sample. Lanes without a sample may hold anything: they add nothing to the gradients of the parameters, and
    /// dx is 0 there.
    /// </summary>
    /// <param name="x">What the forward pass read.</param>
    /// <param name="statistics">What the forward pass wrote.</param>
    /// <param name="gamma">The scales, exactly <paramref name="columns"/> floats.</param>
    /// <param name="dy">[groups][columns][lanes]: the gradient with respect to the outputs.</param>
    /// <param name="dx">
    /// [groups][columns][lanes]: where the gradient with respect to x goes; may be <paramref name="dy"/> or <paramref name="x"/>, but must not overlap them
    /// otherwise.
    /// </param>
    /// <param name="dgammaLanes">[columns][lanes]: each lane's part of the gradient with respect to gamma.</param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="samples">Samples there are: the last group may have fewer than there are lanes.</param>
    /// <param name="columns">Values per sample, at least 1.</param>
    /// <param name="accumulate">Whether the gradients of the parameters are added to what is there.</param>
    public static void BackwardLanes(
        ref float x,
        ref float statistics,
        ref float gamma,
        ref float dy,
        ref float dx,
        ref float dgammaLanes,
        nuint groups,
        nuint samples,
        int columns,
        bool accumulate)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Lanes512.Backward(
                ref x, ref statistics, ref gamma, ref dy, ref dx, ref dgammaLanes, ref Unsafe.NullRef<float>(), groups, samples, columns, accumulate);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Lanes256.Backward(
                ref x, ref statistics, ref gamma, ref dy, ref dx, ref dgammaLanes, ref Unsafe.NullRef<float>(), groups, samples, columns, accumulate);
        }
        else
        {
            Lanes128.Backward(
                ref x, ref statistics, ref gamma, ref dy, ref dx, ref dgammaLanes, ref Unsafe.NullRef<float>(), groups, samples, columns, accumulate);
        }
    }
}

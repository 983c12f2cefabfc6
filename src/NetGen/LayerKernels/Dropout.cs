using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Rows128 = NetGen.LayerKernels.DroppedRows<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128, NetGen.LayerKernels.LaneBits128, System.Runtime.Intrinsics.Vector128<ulong>, NetGen.Initialization.WordOperations128>;
using Rows256 = NetGen.LayerKernels.DroppedRows<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256, NetGen.LayerKernels.LaneBits256, System.Runtime.Intrinsics.Vector256<ulong>, NetGen.Initialization.WordOperations256>;
using Rows512 = NetGen.LayerKernels.DroppedRows<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512, NetGen.LayerKernels.LaneBits512, System.Runtime.Intrinsics.Vector512<ulong>, NetGen.Initialization.WordOperations512>;
using Values128 = NetGen.LayerKernels.MaskedRows<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128, NetGen.LayerKernels.LaneBits128>;
using Values256 = NetGen.LayerKernels.MaskedRows<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256, NetGen.LayerKernels.LaneBits256>;
using Values512 = NetGen.LayerKernels.MaskedRows<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512, NetGen.LayerKernels.LaneBits512>;

namespace NetGen.LayerKernels;

/// <summary>
/// Dropout (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to prevent neural networks from overfitting", 2014) and alpha
/// dropout (Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks", 2017). Which values are dropped depends on the seed, the step, the
/// layer, the sample's index in the batch and the value's in the sample alone. A sample of n values has B = ceil(n / 8) blocks of Philox 4x32-10 with the seed
/// as the key and (block, sample, lower 32 bits of the step, layer + 2^16 times the step's further bits) as the counter. A block gives eight 16-bit numbers,
/// number k being bits 16 (k mod 2) and up of word k / 2; value k B + b takes number k of block b, and is dropped where that is below 65,536 times the rate.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout
{
    /// <summary>Kept values become x scale + shift; dropped ones a constant, whatever they were.</summary>
    /// <param name="step">The seed, the step, and where the batch's share begins.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="firstSample">The index in the share of the first sample of <paramref name="x"/>.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="positions">Rows per sample.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    /// <param name="xStride">Floats from a row of x to the next: the columns, or more where whole vectors may be read.</param>
    /// <param name="yStride">Floats from a row of y to the next, a multiple of 16; what is behind the columns is overwritten.</param>
    /// <param name="rate">The probability to drop a value, from 0 to 1; taken as a multiple of 1 / 65,536.</param>
    /// <param name="scale">The factor of kept values.</param>
    /// <param name="shift">What is added to them.</param>
    /// <param name="dropped">What dropped values become.</param>
    /// <param name="x">The first value of the first sample's first row.</param>
    /// <param name="y">Where the first value goes; may be <paramref name="x"/> with the same stride, but must not overlap it otherwise.</param>
    /// <param name="mask">[rows][yStride / 16] words of 16 bits, written: a bit for each value, set where it is kept; clear behind the columns.</param>
    public static void Forward(
        in StepContext step,
        int layer,
        nuint firstSample,
        nuint samples,
        int positions,
        int columns,
        nuint xStride,
        nuint yStride,
        double rate,
        float scale,
        float shift,
        float dropped,
        ref float x,
        ref float y,
        ref float mask)
    {
        var key = new DrawKey(step, layer, firstSample);
        var threshold = Threshold(rate);
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        if (Vector512.IsHardwareAccelerated)
        {
            Rows512.Forward(key, samples, (uint)positions, columns, xStride, yStride, threshold, scale, shift, dropped, ref x, ref y, ref bits);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Rows256.Forward(key, samples, (uint)positions, columns, xStride, yStride, threshold, scale, shift, dropped, ref x, ref y, ref bits);
        }
        else
        {
            Rows128.Forward(key, samples, (uint)positions, columns, xStride, yStride, threshold, scale, shift, dropped, ref x, ref y, ref bits);
        }
    }

    /// <summary>dx = dy scale where the value was kept, else 0.</summary>
    /// <param name="dy">The gradient with respect to the outputs.</param>
    /// <param name="mask">What the forward pass wrote.</param>
    /// <param name="dx">
    /// Where the gradient with respect to x goes, with the same stride; may be <paramref name="dy"/>, but must not overlap it otherwise. It is 0 behind the
    /// columns.
    /// </param>
    /// <param name="rows">Rows: samples times positions.</param>
    /// <param name="stride">Floats from a row to the next, a multiple of 16.</param>
    /// <param name="scale">The factor.</param>
    public static void Backward(ref float dy, ref float mask, ref float dx, nuint rows, nuint stride, float scale)
    {
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        if (Vector512.IsHardwareAccelerated)
        {
            Values512.Backward(ref dy, ref bits, ref dx, rows * stride, scale);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Values256.Backward(ref dy, ref bits, ref dx, rows * stride, scale);
        }
        else
        {
            Values128.Backward(ref dy, ref bits, ref dx, rows * stride, scale);
        }
    }

    /// <summary><see cref="Forward"/> where a lane is a sample.</summary>
    /// <param name="step">The seed, the step, and where the batch's share begins.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="firstSample">The index in the share of the first sample of <paramref name="x"/>.</param>
    /// <param name="samples">Samples there are. Lanes without a sample are drawn for like those of further samples.</param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="size">Values per sample, at least 1.</param>
    /// <param name="rate">The probability to drop a value, from 0 to 1; taken as a multiple of 1 / 65,536.</param>
    /// <param name="scale">The factor of kept values.</param>
    /// <param name="shift">What is added to them.</param>
    /// <param name="dropped">What dropped values become.</param>
    /// <param name="x">[groups][size][lanes].</param>
    /// <param name="y">[groups][size][lanes]; may be <paramref name="x"/>, but must not overlap it otherwise.</param>
    /// <param name="mask">[groups][size] words of 16 bits, written: a bit for each lane, set where its value is kept.</param>
    public static void ForwardLanes(
        in StepContext step,
        int layer,
        nuint firstSample,
        nuint samples,
        nuint groups,
        int size,
        double rate,
        float scale,
        float shift,
        float dropped,
        ref float x,
        ref float y,
        ref float mask)
    {
        var key = new DrawKey(step, layer, firstSample);
        var threshold = Threshold(rate);
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        if (Vector512.IsHardwareAccelerated)
        {
            Rows512.ForwardLanes(key, groups, (nuint)size, threshold, scale, shift, dropped, ref x, ref y, ref bits);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Rows256.ForwardLanes(key, groups, (nuint)size, threshold, scale, shift, dropped, ref x, ref y, ref bits);
        }
        else
        {
            Rows128.ForwardLanes(key, groups, (nuint)size, threshold, scale, shift, dropped, ref x, ref y, ref bits);
        }
    }

    /// <summary><see cref="Backward"/> where a lane is a sample.</summary>
    /// <param name="dy">[groups][size][lanes]: the gradient with respect to the outputs.</param>
    /// <param name="mask">What the forward pass wrote.</param>
    /// <param name="dx">
    /// [groups][size][lanes]: where the gradient with respect to x goes; may be <paramref name="dy"/>, but must not overlap it otherwise.
    /// </param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="size">Values per sample, at least 1.</param>
    /// <param name="scale">The factor.</param>
    public static void BackwardLanes(ref float dy, ref float mask, ref float dx, nuint groups, int size, float scale)
    {
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        if (Vector512.IsHardwareAccelerated)
        {
            Values512.BackwardLanes(ref dy, ref bits, ref dx, groups * (nuint)size, scale);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Values256.BackwardLanes(ref dy, ref bits, ref dx, groups * (nuint)size, scale);
        }
        else
        {
            Values128.BackwardLanes(ref dy, ref bits, ref dx, groups * (nuint)size, scale);
        }
    }

    // How many of the 65,536 numbers drop a value.
    private static uint Threshold(double rate) => (uint)Math.Round(rate * 65536);
}

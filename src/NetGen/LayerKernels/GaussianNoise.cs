using System.ComponentModel;
using System.Runtime.Intrinsics;
using NetGen.Initialization;
using Rows128 = NetGen.LayerKernels.NoisyRows<System.Runtime.Intrinsics.Vector128<float>, NetGen.Numerics.VectorOperations128, System.Runtime.Intrinsics.Vector128<ulong>, NetGen.Initialization.WordOperations128, NetGen.Initialization.DoubleOperations128>;
using Rows256 = NetGen.LayerKernels.NoisyRows<System.Runtime.Intrinsics.Vector256<float>, NetGen.Numerics.VectorOperations256, System.Runtime.Intrinsics.Vector256<ulong>, NetGen.Initialization.WordOperations256, NetGen.Initialization.DoubleOperations256>;
using Rows512 = NetGen.LayerKernels.NoisyRows<System.Runtime.Intrinsics.Vector512<float>, NetGen.Numerics.VectorOperations512, System.Runtime.Intrinsics.Vector512<ulong>, NetGen.Initialization.WordOperations512, NetGen.Initialization.DoubleOperations512>;

namespace NetGen.LayerKernels;

/// <summary>
/// Additive noise from a normal distribution (Bishop, "Training with noise is equivalent to Tikhonov regularization", 1995). A value's noise depends on the
/// seed, the step, the layer, the sample's index in the batch and the value's in the sample alone. A sample of n values has B = ceil(n / 4) blocks of Philox
/// 4x32-10, with the key and counter of <see cref="Dropout"/>; value k B + b takes word k of block b, mapped as <see cref="RandomStream.NextNormal"/> does it.
/// </summary>
/// <remarks>
/// The quantile of a normal distribution in double precision is most of the cost: 3.4 ns per value in 512-bit vectors and 6.8 in 256-bit ones, measured on a
/// core of 4.2 GHz (AMD EPYC, family 26) for 256 samples of 300 values, where dropout took 0.25 and 0.5.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GaussianNoise
{
    /// <summary>y = x + noise.</summary>
    /// <param name="step">The seed, the step, and where the batch's share begins.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="firstSample">The index in the share of the first sample of <paramref name="x"/>.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="positions">Rows per sample.</param>
    /// <param name="columns">Values per row, at least 1.</param>
    /// <param name="xStride">Floats from a row of x to the next; nothing is read beyond the columns.</param>
    /// <param name="yStride">Floats from a row of y to the next; nothing is written beyond the columns.</param>
    /// <param name="standardDeviation">The noise's standard deviation.</param>
    /// <param name="x">The first value of the first sample's first row.</param>
    /// <param name="y">Where the first value goes; may be <paramref name="x"/> with the same stride, but must not overlap it otherwise.</param>
    public static void Add(
        in StepContext step,
        int layer,
        nuint firstSample,
        nuint samples,
        int positions,
        int columns,
        nuint xStride,
        nuint yStride,
        float standardDeviation,
        ref float x,
        ref float y)
    {
        var key = new DrawKey(step, layer, firstSample);
        if (Vector512.IsHardwareAccelerated)
        {
            Rows512.Add(key, samples, (uint)positions, (uint)columns, xStride, yStride, standardDeviation, ref x, ref y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Rows256.Add(key, samples, (uint)positions, (uint)columns, xStride, yStride, standardDeviation, ref x, ref y);
        }
        else
        {
            Rows128.Add(key, samples, (uint)positions, (uint)columns, xStride, yStride, standardDeviation, ref x, ref y);
        }
    }

    /// <summary><see cref="Add"/> where a lane is a sample.</summary>
    /// <param name="step">The seed, the step, and where the batch's share begins.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="firstSample">The index in the share of the first sample of <paramref name="x"/>.</param>
    /// <param name="samples">Samples there are. Lanes without a sample are drawn for like those of further samples.</param>
    /// <param name="groups">Groups of as many samples as the widest accelerated vector has lanes.</param>
    /// <param name="size">Values per sample, at least 1.</param>
    /// <param name="standardDeviation">The noise's standard deviation.</param>
    /// <param name="x">[groups][size][lanes].</param>
    /// <param name="y">[groups][size][lanes]; may be <paramref name="x"/>, but must not overlap it otherwise.</param>
    public static void AddLanes(
        in StepContext step, int layer, nuint firstSample, nuint samples, nuint groups, int size, float standardDeviation, ref float x, ref float y)
    {
        var key = new DrawKey(step, layer, firstSample);
        if (Vector512.IsHardwareAccelerated)
        {
            Rows512.AddLanes(key, groups, (nuint)size, standardDeviation, ref x, ref y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Rows256.AddLanes(key, groups, (nuint)size, standardDeviation, ref x, ref y);
        }
        else
        {
            Rows128.AddLanes(key, groups, (nuint)size, standardDeviation, ref x, ref y);
        }
    }
}

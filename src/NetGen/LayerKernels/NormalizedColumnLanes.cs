using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>Batch normalization where a lane is a sample: an element's sums run over the groups, then across the lanes that hold samples.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class NormalizedColumnLanes<TVector, TOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    /// <summary>See <see cref="BatchNormalization.ForwardLanes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref float x,
        ref float gamma,
        ref float beta,
        ref float y,
        ref float statistics,
        ref float batch,
        nuint groups,
        nuint samples,
        int columns,
        float epsilon)
    {
        var length = (nuint)columns * TOp.Lanes;
        var end = groups * length;
        var last = end - length;
        var absent = AbsentLanes.Mask<TVector, TOp>(samples - ((groups - 1) * TOp.Lanes));
        ref var inverses = ref Unsafe.Add(ref statistics, BatchNormalization.Pad(columns));
        var share = 1f / samples;

        // Each step for all columns before the next: the sums across lanes of several columns overlap.
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            ref var element = ref Unsafe.Add(ref x, column * TOp.Lanes);
            var sum = TOp.ZeroWhere(absent, TOp.Load(ref element, last));
            for (nuint i = 0; i < last; i += length)
            {
                sum = TOp.Add(sum, TOp.Load(ref element, i));
            }

            var mean = TOp.SumAcross(sum) * share;
            Unsafe.Add(ref statistics, column) = mean;
            Unsafe.Add(ref batch, column) = mean;
        }

        ref var variances = ref Unsafe.Add(ref batch, (nuint)columns);
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            ref var element = ref Unsafe.Add(ref x, column * TOp.Lanes);
            var mean = TOp.Broadcast(ref statistics, column);
            var centred = TOp.ZeroWhere(absent, TOp.Subtract(TOp.Load(ref element, last), mean));
            var squares = TOp.Multiply(centred, centred);
            for (nuint i = 0; i < last; i += length)
            {
                centred = TOp.Subtract(TOp.Load(ref element, i), mean);
                squares = TOp.MultiplyAddEstimate(centred, centred, squares);
            }

            var total = TOp.SumAcross(squares);
            Unsafe.Add(ref inverses, column) = 1 / MathF.Sqrt((total * share) + epsilon);
            Unsafe.Add(ref variances, column) = total / (samples - 1f);
        }

        for (nuint i = 0; i < end;)
        {
            for (nuint column = 0; column < (nuint)columns; column++)
            {
                var scale = TOp.Multiply(TOp.Broadcast(ref inverses, column), TOp.Broadcast(ref gamma, column));
                var centred = TOp.Subtract(TOp.Load(ref x, i), TOp.Broadcast(ref statistics, column));
                TOp.Store(TOp.MultiplyAddEstimate(centred, scale, TOp.Broadcast(ref beta, column)), ref y, i);
                i += TOp.Lanes;
            }
        }
    }

    /// <summary>See <see cref="BatchNormalization.BackwardLanes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        ref float x,
        ref float statistics,
        ref float gamma,
        ref float dy,
        ref float dx,
        ref float dgammaLanes,
        ref float dbetaLanes,
        nuint groups,
        nuint samples,
        int columns)
    {
        var length = (nuint)columns * TOp.Lanes;
        var last = (groups - 1) * length;
        var absent = AbsentLanes.Mask<TVector, TOp>(samples - ((groups - 1) * TOp.Lanes));
        ref var inverses = ref Unsafe.Add(ref statistics, BatchNormalization.Pad(columns));
        var share = 1f / samples;
        for (nuint column = 0; column < (nuint)columns; column++)
        {
            var at = column * TOp.Lanes;
            ref var element = ref Unsafe.Add(ref x, at);
            ref var gradient = ref Unsafe.Add(ref dy, at);
            var (mean, inverse) = (TOp.Broadcast(ref statistics, column), Unsafe.Add(ref inverses, column));
            var lastCentred = TOp.ZeroWhere(absent, TOp.Subtract(TOp.Load(ref element, last), mean));
            var lastGradient = TOp.ZeroWhere(absent, TOp.Load(ref gradient, last));
            var (sum, product) = (lastGradient, TOp.Multiply(lastGradient, lastCentred));
            for (nuint i = 0; i < last; i += length)
            {
                var d = TOp.Load(ref gradient, i);
                sum = TOp.Add(sum, d);
                product = TOp.MultiplyAddEstimate(d, TOp.Subtract(TOp.Load(ref element, i), mean), product);
            }

            TOp.Store(sum, ref dbetaLanes, at);
            TOp.Store(TOp.Multiply(product, TOp.Constant(inverse)), ref dgammaLanes, at);

            // dx = gamma inverse (dy - mean of dy - (x - mean) inverse^2 times the mean of dy (x - mean)).
            var scale = TOp.Constant(inverse * Unsafe.Add(ref gamma, column));
            var shift = TOp.Constant(TOp.SumAcross(sum) * -share);
            var slope = TOp.Constant(inverse * inverse * (TOp.SumAcross(product) * -share));
            ref var result = ref Unsafe.Add(ref dx, at);
            for (nuint i = 0; i < last; i += length)
            {
                TOp.Store(Gradient(TOp.Load(ref gradient, i), TOp.Subtract(TOp.Load(ref element, i), mean), scale, slope, shift), ref result, i);
            }

            TOp.Store(TOp.ZeroWhere(absent, Gradient(lastGradient, lastCentred, scale, slope, shift)), ref result, last);
        }
    }

    /// <summary>See <see cref="BatchNormalization.PredictLanes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Predict(ref float x, ref float scale, ref float shift, ref float y, nuint groups, int columns)
    {
        nuint i = 0;
        for (; groups > 0; groups--)
        {
            for (nuint column = 0; column < (nuint)columns; column++)
            {
                TOp.Store(TOp.MultiplyAddEstimate(TOp.Load(ref x, i), TOp.Broadcast(ref scale, column), TOp.Broadcast(ref shift, column)), ref y, i);
                i += TOp.Lanes;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Gradient(TVector dy, TVector centred, TVector scale, TVector slope, TVector shift) =>
        TOp.Multiply(scale, TOp.MultiplyAddEstimate(slope, centred, TOp.Add(dy, shift)));
}

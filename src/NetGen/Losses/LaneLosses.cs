using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>
/// Element losses where a lane is a sample: output j of the samples of group g lies at (g width + j) lanes. Lanes without a sample add nothing to the sum, and their
/// gradients are 0.
/// </summary>
internal static class LaneLosses
{
    /// <summary>The sum of the losses; gradients times <paramref name="scale"/> are written, whole groups of them.</summary>
    public static double Compute<TLoss>(
        TLoss loss, ref float outputs, int lanes, int samples, int width, ReadOnlySpan<float> targets, ref float gradients, float scale)
        where TLoss : struct, IElementLoss
    {
        // The targets are turned to lanes where their gradients will stand.
        ref var target = ref MemoryMarshal.GetReference(targets[..checked(samples * width)]);
        LaneKernels.Gather(ref target, samples, width, ref gradients, lanes);
        return lanes switch
        {
            16 => Compute<TLoss, Vector512<float>, VectorOperations512>(loss, ref outputs, samples, width, ref gradients, scale),
            8 => Compute<TLoss, Vector256<float>, VectorOperations256>(loss, ref outputs, samples, width, ref gradients, scale),
            _ => Compute<TLoss, Vector128<float>, VectorOperations128>(loss, ref outputs, samples, width, ref gradients, scale),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Compute<TLoss, TVector, TOp>(TLoss loss, ref float outputs, int samples, int width, ref float gradients, float scale)
        where TLoss : struct, IElementLoss
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var factor = TOp.Constant(scale);
        var total = 0.0;
        for (var rest = samples; rest > 0; rest -= (int)TOp.Lanes)
        {
            var sum = TOp.Constant(0);
            for (var j = 0; j < width; j++)
            {
                sum = TOp.Add(sum, loss.Evaluate<TVector, TOp>(TOp.Load(ref outputs, 0), TOp.Load(ref gradients, 0), out var derivative));
                derivative = TOp.Multiply(derivative, factor);
                TOp.Store(rest < (int)TOp.Lanes ? TOp.KeepFirst(derivative, rest) : derivative, ref gradients, 0);
                outputs = ref Unsafe.Add(ref outputs, TOp.Lanes);
                gradients = ref Unsafe.Add(ref gradients, TOp.Lanes);
            }

            total += TOp.SumAcrossInDouble(rest < (int)TOp.Lanes ? TOp.KeepFirst(sum, rest) : sum);
        }

        return total;
    }
}

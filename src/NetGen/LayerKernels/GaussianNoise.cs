using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Initialization;

namespace NetGen.LayerKernels;

/// <summary>Additive noise from a normal distribution (Bishop, 1995).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GaussianNoise
{
    /// <summary>y = x + noise.</summary>
    public static void Add(
        in StepContext step, int layer, nuint firstSample, nuint samples, int positions, int columns, nuint xStride, nuint yStride, float standardDeviation, ref float x, ref float y)
    {
        for (nuint sample = 0; sample < samples; sample++)
        {
            for (var element = 0; element < positions * columns; element++)
            {
                var row = (sample * (nuint)positions) + (nuint)(element / columns);
                var column = (nuint)(element % columns);
                var noise = Noise(step, layer, firstSample + sample, element, positions * columns);
                At(ref y, (row * yStride) + column) = float.FusedMultiplyAdd(noise, standardDeviation, At(ref x, (row * xStride) + column));
            }
        }
    }

    /// <summary>y = x + noise, a lane a sample.</summary>
    public static void AddLanes(
        in StepContext step, int layer, nuint firstSample, nuint samples, nuint groups, int size, float standardDeviation, ref float x, ref float y)
    {
        _ = samples;
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * (nuint)size * lanes; i++)
        {
            var sample = (i / (lanes * (nuint)size) * lanes) + (i % lanes);
            var noise = Noise(step, layer, firstSample + sample, (int)(i / lanes % (nuint)size), size);
            At(ref y, i) = float.FusedMultiplyAdd(noise, standardDeviation, At(ref x, i));
        }
    }

    private static float Noise(in StepContext step, int layer, nuint sample, int element, int size)
    {
        var blocks = (size + 3) / 4;
        var (w0, w1, w2, w3) = Philox.Next(
            (uint)(element % blocks), (uint)((ulong)step.FirstSample + sample), (uint)step.Step, (uint)layer | ((uint)(step.Step >> 32) << 16), (uint)step.Seed, (uint)(step.Seed >> 32));
        var word = (element / blocks) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
        return (float)NormalQuantile.Of((word + 0.5) * (1.0 / (1L << 32)));
    }

    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private static ref float At(ref float origin, nuint index) => ref Unsafe.Add(ref origin, index);
}

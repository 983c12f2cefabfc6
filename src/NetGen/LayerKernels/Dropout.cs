using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Initialization;

namespace NetGen.LayerKernels;

/// <summary>Dropout (Srivastava and others, 2014) and alpha dropout (Klambauer and others, 2017).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout
{
    /// <summary>Kept values become x scale + shift, dropped ones a constant.</summary>
    public static void Forward(
        in StepContext step, int layer, nuint firstSample, nuint samples, int positions, int columns, nuint xStride, nuint yStride, double rate, float scale, float shift, float dropped, ref float x, ref float y, ref float mask)
    {
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        var words = yStride / 16;
        var size = positions * columns;
        for (nuint sample = 0; sample < samples; sample++)
        {
            for (var position = 0; position < positions; position++)
            {
                var row = (sample * (nuint)positions) + (nuint)position;
                for (nuint word = 0; word < words; word++)
                {
                    Unsafe.Add(ref bits, (row * words) + word) = 0;
                }

                for (var column = 0; column < columns; column++)
                {
                    var kept = Keeps(step, layer, firstSample + sample, (position * columns) + column, size, rate);
                    var value = At(ref x, (row * xStride) + (nuint)column);
                    At(ref y, (row * yStride) + (nuint)column) = kept ? (value * scale) + shift : dropped;
                    Unsafe.Add(ref bits, (row * words) + ((nuint)column / 16)) |= (ushort)((kept ? 1 : 0) << (column % 16));
                }
            }
        }
    }

    /// <summary>dx = dy scale where the value was kept, else 0.</summary>
    public static void Backward(ref float dy, ref float mask, ref float dx, nuint rows, nuint stride, float scale)
    {
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        for (nuint i = 0; i < rows * stride; i++)
        {
            At(ref dx, i) = ((Unsafe.Add(ref bits, i / 16) >> (int)(i % 16)) & 1) != 0 ? At(ref dy, i) * scale : 0;
        }
    }

    /// <summary>Forward, a lane a sample.</summary>
    public static void ForwardLanes(
        in StepContext step, int layer, nuint firstSample, nuint samples, nuint groups, int size, double rate, float scale, float shift, float dropped, ref float x, ref float y, ref float mask)
    {
        _ = samples;
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * (nuint)size; i++)
        {
            Unsafe.Add(ref bits, i) = 0;
            for (nuint lane = 0; lane < lanes; lane++)
            {
                var sample = (i / (nuint)size * lanes) + lane;
                var kept = Keeps(step, layer, firstSample + sample, (int)(i % (nuint)size), size, rate);
                At(ref y, (i * lanes) + lane) = kept ? (At(ref x, (i * lanes) + lane) * scale) + shift : dropped;
                Unsafe.Add(ref bits, i) |= (ushort)((kept ? 1 : 0) << (int)lane);
            }
        }
    }

    /// <summary>dx = dy scale where the value was kept, else 0; a lane a sample.</summary>
    public static void BackwardLanes(ref float dy, ref float mask, ref float dx, nuint groups, int size, float scale)
    {
        ref var bits = ref Unsafe.As<float, ushort>(ref mask);
        var lanes = (nuint)Lanes;
        for (nuint i = 0; i < groups * (nuint)size * lanes; i++)
        {
            At(ref dx, i) = ((Unsafe.Add(ref bits, i / lanes) >> (int)(i % lanes)) & 1) != 0 ? At(ref dy, i) * scale : 0;
        }
    }

    private static bool Keeps(in StepContext step, int layer, nuint sample, int element, int size, double rate)
    {
        var blocks = (size + 7) / 8;
        var (k, block) = (element / blocks, element % blocks);
        var (w0, w1, w2, w3) = Philox.Next(
            (uint)block, (uint)((ulong)step.FirstSample + sample), (uint)step.Step, (uint)layer | ((uint)(step.Step >> 32) << 16), (uint)step.Seed, (uint)(step.Seed >> 32));
        var word = (k / 2) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
        return (int)((word >> (16 * (k % 2))) & 0xFFFF) >= (int)Math.Round(rate * 65536);
    }

    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private static ref float At(ref float origin, nuint index) => ref Unsafe.Add(ref origin, index);
}

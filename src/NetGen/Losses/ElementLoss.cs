using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>Sums a loss over rows of outputs. Rows are added in double, so that a long batch loses nothing.</summary>
internal static class ElementLoss
{
    /// <summary>The sum, and the gradients beside.</summary>
    public static double Compute<TLoss>(
        TLoss loss, ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, ref float gradients, nuint gradientStride, float scale)
        where TLoss : struct, IElementLoss
    {
        var sum = 0.0;
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            sum += Row(
                loss, ref Unsafe.Add(ref outputs, row * stride), targets.Slice((int)row * width, width), ref Unsafe.Add(ref gradients, row * gradientStride), scale);
        }

        return sum;
    }

    /// <summary>The sum.</summary>
    public static double Sum<TLoss>(TLoss loss, ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets)
        where TLoss : struct, IElementLoss
    {
        var sum = 0.0;
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            sum += Row(loss, ref Unsafe.Add(ref outputs, row * stride), targets.Slice((int)row * width, width), ref Unsafe.NullRef<float>(), 0);
        }

        return sum;
    }

    private static double Row<TLoss>(TLoss loss, ref float outputs, ReadOnlySpan<float> targets, ref float gradients, float scale)
        where TLoss : struct, IElementLoss
    {
        ref var target = ref MemoryMarshal.GetReference(targets);
        var length = (nuint)targets.Length;
        nuint i = 0;
        var sum = 0.0;
        if (Lanes512.IsHardwareAccelerated)
        {
            sum += Block<TLoss, Lanes512>(loss, ref outputs, ref target, ref gradients, scale, ref i, length);
        }

        if (Lanes256.IsHardwareAccelerated)
        {
            sum += Block<TLoss, Lanes256>(loss, ref outputs, ref target, ref gradients, scale, ref i, length);
        }

        sum += Block<TLoss, Lanes128>(loss, ref outputs, ref target, ref gradients, scale, ref i, length);
        if (i == length)
        {
            return sum;
        }

        // The tail goes through the same vector code, so that it agrees with the body to the bit.
        var rest = length - i;
        var (y, t, l, g) = (default(TailBuffer), default(TailBuffer), default(TailBuffer), default(TailBuffer));
        y.Load(ref Unsafe.Add(ref outputs, i), rest);
        t.Load(ref Unsafe.Add(ref target, i), rest);
        loss.Apply(Lanes128.Load(ref y.First, 0), Lanes128.Load(ref t.First, 0)).Store(ref l.First, 0);
        for (var lane = 0; lane < (int)rest; lane++)
        {
            sum += l[lane];
        }

        if (!Unsafe.IsNullRef(ref gradients))
        {
            Lanes128.Multiply(Lanes128.Create(scale), loss.Derivative(Lanes128.Load(ref y.First, 0), Lanes128.Load(ref t.First, 0))).Store(ref g.First, 0);
            g.Store(ref Unsafe.Add(ref gradients, i), rest);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Block<TLoss, T>(TLoss loss, ref float outputs, ref float targets, ref float gradients, float scale, ref nuint i, nuint length)
        where TLoss : struct, IElementLoss
        where T : struct, ILanes<T>
    {
        var sum = 0.0;
        for (; i + T.Count <= length; i += T.Count)
        {
            var (output, target) = (T.Load(ref outputs, i), T.Load(ref targets, i));
            sum += T.Sum(loss.Apply(output, target));
            if (!Unsafe.IsNullRef(ref gradients))
            {
                T.Multiply(T.Create(scale), loss.Derivative(output, target)).Store(ref gradients, i);
            }
        }

        return sum;
    }
}

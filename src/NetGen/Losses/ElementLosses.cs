using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Losses;

/// <summary>Sums element losses over a batch and writes their gradients.</summary>
internal static class ElementLosses
{
    // Vectors that are added up in single precision before their sum goes into the total in double.
    private const int VectorsPerSum = 16;

    /// <summary>The sum of the losses; gradients times <paramref name="scale"/> are written.</summary>
    public static double Compute<TLoss>(
        TLoss loss, ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, ref float gradients, nuint gradientStride, float scale)
        where TLoss : struct, IElementLoss
    {
        ref var target = ref MemoryMarshal.GetReference(targets[..checked(rows * width)]);
        if (stride == (nuint)width && gradientStride == (nuint)width)
        {
            (rows, width) = (1, rows * width);
        }

        return Run<TLoss, WithGradient>(loss, ref outputs, stride, rows, width, ref target, ref gradients, gradientStride, scale);
    }

    /// <summary>The sum of the losses.</summary>
    public static double Sum<TLoss>(TLoss loss, ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets)
        where TLoss : struct, IElementLoss
    {
        ref var target = ref MemoryMarshal.GetReference(targets[..checked(rows * width)]);
        if (stride == (nuint)width)
        {
            (rows, width) = (1, rows * width);
        }

        return Run<TLoss, SumOnly>(loss, ref outputs, stride, rows, width, ref target, ref outputs, 0, 1);
    }

    // Narrow rows take narrow vectors: half a wide one would be computed for nothing.
    private static double Run<TLoss, TPurpose>(
        TLoss loss, ref float outputs, nuint stride, int rows, int width, ref float targets, ref float gradients, nuint gradientStride, float scale)
        where TLoss : struct, IElementLoss
        where TPurpose : struct, IPurpose
    {
        if (Vector512.IsHardwareAccelerated && width > 8)
        {
            return Run<TLoss, TPurpose, Vector512<float>, VectorOperations512>(
                loss, ref outputs, stride, rows, width, ref targets, ref gradients, gradientStride, scale);
        }

        return Vector256.IsHardwareAccelerated && width > 4
            ? Run<TLoss, TPurpose, Vector256<float>, VectorOperations256>(
                loss, ref outputs, stride, rows, width, ref targets, ref gradients, gradientStride, scale)
            : Run<TLoss, TPurpose, Vector128<float>, VectorOperations128>(
                loss, ref outputs, stride, rows, width, ref targets, ref gradients, gradientStride, scale);
    }

    // A method of its own for each width: together they would exceed what the JIT is willing to inline.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Run<TLoss, TPurpose, TVector, TOp>(
        TLoss loss, ref float outputs, nuint stride, int rows, int width, ref float targets, ref float gradients, nuint gradientStride, float scale)
        where TLoss : struct, IElementLoss
        where TPurpose : struct, IPurpose
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var whole = (nuint)width & ~(TOp.Lanes - 1);
        var rest = width - (int)whole;
        var factor = TOp.Constant(scale);
        var total = 0.0;
        var sum = TOp.Constant(0);
        var added = 0;
        for (var row = 0; row < rows; row++)
        {
            for (nuint i = 0; i < whole; i += TOp.Lanes)
            {
                sum = TOp.Add(sum, loss.Evaluate<TVector, TOp>(TOp.Load(ref outputs, i), TOp.Load(ref targets, i), out var derivative));
                if (TPurpose.WritesGradient)
                {
                    TOp.Store(TOp.Multiply(derivative, factor), ref gradients, i);
                }

                if (++added == VectorsPerSum)
                {
                    (total, sum, added) = (total + TOp.SumAcrossInDouble(sum), TOp.Constant(0), 0);
                }
            }

            if (rest > 0)
            {
                sum = TOp.Add(sum, Rest<TLoss, TPurpose, TVector, TOp>(loss, ref outputs, ref targets, ref gradients, whole, rest, scale));
                if (++added == VectorsPerSum)
                {
                    (total, sum, added) = (total + TOp.SumAcrossInDouble(sum), TOp.Constant(0), 0);
                }
            }

            outputs = ref Unsafe.Add(ref outputs, stride);
            targets = ref Unsafe.Add(ref targets, (nuint)width);
            gradients = ref Unsafe.Add(ref gradients, gradientStride);
        }

        return total + TOp.SumAcrossInDouble(sum);
    }

    // The last values of a row, fewer than a vector holds. A method of its own: a second evaluation in the loop's would exceed what the JIT is willing to
    // inline, and a call within the loop would keep the sum in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector Rest<TLoss, TPurpose, TVector, TOp>(
        TLoss loss, ref float outputs, ref float targets, ref float gradients, nuint at, int count, float scale)
        where TLoss : struct, IElementLoss
        where TPurpose : struct, IPurpose
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var value = loss.Evaluate<TVector, TOp>(TOp.LoadFirst(ref outputs, at, count, 0), TOp.LoadFirst(ref targets, at, count, 0), out var derivative);
        if (TPurpose.WritesGradient)
        {
            TOp.StoreFirst(TOp.Multiply(derivative, TOp.Constant(scale)), ref gradients, at, count);
        }

        return TOp.KeepFirst(value, count);
    }

    // Whether gradients are wanted, as a type, so that each answer gets a loop of its own.
    private interface IPurpose
    {
        static abstract bool WritesGradient { get; }
    }

    private readonly struct WithGradient : IPurpose
    {
        public static bool WritesGradient => true;
    }

    private readonly struct SumOnly : IPurpose
    {
        public static bool WritesGradient => false;
    }
}

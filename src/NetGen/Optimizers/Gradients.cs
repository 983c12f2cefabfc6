using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>What is done to a flat buffer of gradients before the optimizer sees it.</summary>
public static class Gradients
{
    /// <summary>
    /// Scales the gradients so that their Euclidean norm is at most <paramref name="maximumNorm"/>: by maximumNorm / (norm + 1e-6) where that is below
    /// 1, as torch.nn.utils.clip_grad_norm_ does. Gradients whose norm is NaN or infinite are left as they are.
    /// </summary>
    /// <param name="gradients">The gradients, in any layout; scaled in place.</param>
    /// <param name="maximumNorm">The largest norm, finite and above 0.</param>
    /// <returns>The norm before scaling.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The largest norm is not above 0, NaN or infinite.</exception>
    public static float ClipNorm(Span<float> gradients, float maximumNorm)
    {
        if (!(maximumNorm > 0) || !float.IsFinite(maximumNorm))
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximumNorm),
                string.Create(CultureInfo.InvariantCulture, $"The largest norm is {maximumNorm}; it must be finite and above 0, such as 1."));
        }

        var norm = Norm(gradients);
        var factor = maximumNorm / (norm + 1e-6);
        if (factor < 1 && double.IsFinite(norm))
        {
            Scale(gradients, (float)factor);
        }

        return (float)norm;
    }

    /// <summary>The Euclidean norm; squares are summed in double, where no float's square overflows.</summary>
    internal static double Norm(ReadOnlySpan<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        nuint index = 0;
        var sum = 0.0;
        if (Vector256.IsHardwareAccelerated)
        {
            var low = Vector256<double>.Zero;
            var high = Vector256<double>.Zero;
            for (var last = values.Length - Vector256<float>.Count; (nint)index <= last; index += (nuint)Vector256<float>.Count)
            {
                var (l, h) = Vector256.Widen(Vector256.LoadUnsafe(ref start, index));
                low += l * l;
                high += h * h;
            }

            sum = Vector256.Sum(low + high);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            var low = Vector128<double>.Zero;
            var high = Vector128<double>.Zero;
            for (var last = values.Length - Vector128<float>.Count; (nint)index <= last; index += (nuint)Vector128<float>.Count)
            {
                var (l, h) = Vector128.Widen(Vector128.LoadUnsafe(ref start, index));
                low += l * l;
                high += h * h;
            }

            sum = Vector128.Sum(low + high);
        }

        for (; index < (nuint)values.Length; index++)
        {
            double value = Unsafe.Add(ref start, index);
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }

    private static void Scale(Span<float> values, float factor)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        nuint index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (var last = values.Length - Vector256<float>.Count; (nint)index <= last; index += (nuint)Vector256<float>.Count)
            {
                (Vector256.LoadUnsafe(ref start, index) * factor).StoreUnsafe(ref start, index);
            }
        }

        for (; index < (nuint)values.Length; index++)
        {
            Unsafe.Add(ref start, index) *= factor;
        }
    }
}

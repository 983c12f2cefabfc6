using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Data;

/// <summary>The search for values that are no numbers.</summary>
internal static class FiniteScan
{
    /// <summary>The first element that is NaN or infinite, -1 where there is none.</summary>
    /// <param name="values">The values to look through.</param>
    public static int IndexOfNonFinite(ReadOnlySpan<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        nuint index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            // Infinities and NaN are the floats whose exponent has all bits set, so that no magnitude reaches theirs.
            var infinity = Vector256.Create(float.PositiveInfinity);
            for (var last = values.Length - Vector256<float>.Count; (nint)index <= last; index += (nuint)Vector256<float>.Count)
            {
                if (!Vector256.LessThanAll(Vector256.Abs(Vector256.LoadUnsafe(ref start, index)), infinity))
                {
                    break;
                }
            }
        }

        for (var i = (int)index; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}

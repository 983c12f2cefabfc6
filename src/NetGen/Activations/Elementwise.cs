using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Activations;

/// <summary>
/// Activations over stretches of floats, in the widest vectors that the machine has. Compiled at full optimization at once: left to the tiers, a thousand calls
/// on 6,400 floats took four times as long.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise
{
    /// <summary>a = phi(z). Reads and writes exactly <paramref name="length"/> floats.</summary>
    /// <typeparam name="T">The activation.</typeparam>
    /// <param name="activation">phi.</param>
    /// <param name="z">The first pre-activation.</param>
    /// <param name="a">Where the first output goes; may be <paramref name="z"/>, but must not overlap it otherwise.</param>
    /// <param name="length">Floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(T activation, ref float z, ref float a, nuint length)
        where T : struct, IVectorActivation
    {
        // The last vector overlaps the one before it. It is computed first, from what z holds before a, which may be the same memory, is written.
        if (Vector512.IsHardwareAccelerated && length >= 16)
        {
            var end = length - 16;
            var last = activation.Apply(Vector512.LoadUnsafe(ref z, end));
            for (nuint i = 0; i < end; i += 16)
            {
                activation.Apply(Vector512.LoadUnsafe(ref z, i)).StoreUnsafe(ref a, i);
            }

            last.StoreUnsafe(ref a, end);
        }
        else
        {
            ForwardNarrow(activation, ref z, ref a, length);
        }
    }

    // Vectors of 256 and 128 bits. Where there are 512, only short stretches come here, and most networks never have this compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ForwardNarrow<T>(T activation, ref float z, ref float a, nuint length)
        where T : struct, IVectorActivation
    {
        if (Vector256.IsHardwareAccelerated && length >= 8)
        {
            var end = length - 8;
            var last = activation.Apply(Vector256.LoadUnsafe(ref z, end));
            for (nuint i = 0; i < end; i += 8)
            {
                activation.Apply(Vector256.LoadUnsafe(ref z, i)).StoreUnsafe(ref a, i);
            }

            last.StoreUnsafe(ref a, end);
        }
        else if (length >= 4)
        {
            var end = length - 4;
            var last = activation.Apply(Vector128.LoadUnsafe(ref z, end));
            for (nuint i = 0; i < end; i += 4)
            {
                activation.Apply(Vector128.LoadUnsafe(ref z, i)).StoreUnsafe(ref a, i);
            }

            last.StoreUnsafe(ref a, end);
        }
        else
        {
            for (nuint i = 0; i < length; i++)
            {
                Unsafe.Add(ref a, i) = activation.Apply(Vector128.CreateScalar(Unsafe.Add(ref z, i))).ToScalar();
            }
        }
    }

    /// <summary>dz = da phi'. Reads and writes exactly <paramref name="length"/> floats.</summary>
    /// <typeparam name="T">The activation.</typeparam>
    /// <param name="activation">phi.</param>
    /// <param name="saved">The first output where the activation's derivative takes outputs, else the first pre-activation.</param>
    /// <param name="da">The loss's derivative by the first output.</param>
    /// <param name="dz">
    /// Where the loss's derivative by the first pre-activation goes; may be <paramref name="da"/> or <paramref name="saved"/>, but must not overlap them
    /// otherwise.
    /// </param>
    /// <param name="length">Floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(T activation, ref float saved, ref float da, ref float dz, nuint length)
        where T : struct, IVectorActivation
    {
        // A derivative computed from outputs is so cheap that two at a time save a quarter of the time or more: the loop itself counts.
        if (Vector512.IsHardwareAccelerated && length >= 16)
        {
            var end = length - 16;
            var last = Vector512.LoadUnsafe(ref da, end) * activation.Derivative(Vector512.LoadUnsafe(ref saved, end));
            nuint i = 0;
            if (T.DerivativeFromOutput)
            {
                for (; i + 16 < end; i += 32)
                {
                    (Vector512.LoadUnsafe(ref da, i) * activation.Derivative(Vector512.LoadUnsafe(ref saved, i))).StoreUnsafe(ref dz, i);
                    (Vector512.LoadUnsafe(ref da, i + 16) * activation.Derivative(Vector512.LoadUnsafe(ref saved, i + 16))).StoreUnsafe(ref dz, i + 16);
                }
            }

            for (; i < end; i += 16)
            {
                (Vector512.LoadUnsafe(ref da, i) * activation.Derivative(Vector512.LoadUnsafe(ref saved, i))).StoreUnsafe(ref dz, i);
            }

            last.StoreUnsafe(ref dz, end);
        }
        else
        {
            BackwardNarrow(activation, ref saved, ref da, ref dz, length);
        }
    }

    // Vectors of 256 and 128 bits. Where there are 512, only short stretches come here, and most networks never have this compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BackwardNarrow<T>(T activation, ref float saved, ref float da, ref float dz, nuint length)
        where T : struct, IVectorActivation
    {
        if (Vector256.IsHardwareAccelerated && length >= 8)
        {
            var end = length - 8;
            var last = Vector256.LoadUnsafe(ref da, end) * activation.Derivative(Vector256.LoadUnsafe(ref saved, end));
            nuint i = 0;
            if (T.DerivativeFromOutput)
            {
                for (; i + 8 < end; i += 16)
                {
                    (Vector256.LoadUnsafe(ref da, i) * activation.Derivative(Vector256.LoadUnsafe(ref saved, i))).StoreUnsafe(ref dz, i);
                    (Vector256.LoadUnsafe(ref da, i + 8) * activation.Derivative(Vector256.LoadUnsafe(ref saved, i + 8))).StoreUnsafe(ref dz, i + 8);
                }
            }

            for (; i < end; i += 8)
            {
                (Vector256.LoadUnsafe(ref da, i) * activation.Derivative(Vector256.LoadUnsafe(ref saved, i))).StoreUnsafe(ref dz, i);
            }

            last.StoreUnsafe(ref dz, end);
        }
        else if (length >= 4)
        {
            var end = length - 4;
            var last = Vector128.LoadUnsafe(ref da, end) * activation.Derivative(Vector128.LoadUnsafe(ref saved, end));
            for (nuint i = 0; i < end; i += 4)
            {
                (Vector128.LoadUnsafe(ref da, i) * activation.Derivative(Vector128.LoadUnsafe(ref saved, i))).StoreUnsafe(ref dz, i);
            }

            last.StoreUnsafe(ref dz, end);
        }
        else
        {
            for (nuint i = 0; i < length; i++)
            {
                var derivative = activation.Derivative(Vector128.CreateScalar(Unsafe.Add(ref saved, i)));
                Unsafe.Add(ref dz, i) = (Vector128.CreateScalar(Unsafe.Add(ref da, i)) * derivative).ToScalar();
            }
        }
    }
}

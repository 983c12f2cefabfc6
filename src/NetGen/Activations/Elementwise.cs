using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>Applies an activation, or its derivative, to values that lie one after the other, in the widest vectors that the processor has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise
{
    /// <summary>a[i] = phi(z[i]).</summary>
    /// <typeparam name="TActivation">phi.</typeparam>
    /// <param name="activation">phi with its parameter.</param>
    /// <param name="z">Pre-activations.</param>
    /// <param name="a">Outputs; may be the same memory.</param>
    /// <param name="length">The number of values; nothing beyond is read or written.</param>
    public static void Forward<TActivation>(TActivation activation, ref float z, ref float a, nuint length)
        where TActivation : struct, IVectorActivation
    {
        nuint i = 0;
        if (Lanes512.IsHardwareAccelerated)
        {
            Forward<TActivation, Lanes512>(activation, ref z, ref a, ref i, length);
        }

        if (Lanes256.IsHardwareAccelerated)
        {
            Forward<TActivation, Lanes256>(activation, ref z, ref a, ref i, length);
        }

        Forward<TActivation, Lanes128>(activation, ref z, ref a, ref i, length);
        if (i < length)
        {
            // The tail goes through the same vector code, so that it agrees with the body to the bit.
            var tail = default(TailBuffer);
            tail.Load(ref Unsafe.Add(ref z, i), length - i);
            activation.Apply(Lanes128.Load(ref tail.First, 0)).Store(ref tail.First, 0);
            tail.Store(ref Unsafe.Add(ref a, i), length - i);
        }
    }

    /// <summary>dz[i] = da[i] phi'(z[i]).</summary>
    /// <typeparam name="TActivation">phi.</typeparam>
    /// <param name="activation">phi with its parameter.</param>
    /// <param name="saved">Outputs or pre-activations, as <see cref="IVectorActivation.DerivativeFromOutput"/> says.</param>
    /// <param name="da">Gradients of the outputs.</param>
    /// <param name="dz">Gradients of the pre-activations; may be the same memory.</param>
    /// <param name="length">The number of values; nothing beyond is read or written.</param>
    public static void Backward<TActivation>(TActivation activation, ref float saved, ref float da, ref float dz, nuint length)
        where TActivation : struct, IVectorActivation
    {
        nuint i = 0;
        if (Lanes512.IsHardwareAccelerated)
        {
            Backward<TActivation, Lanes512>(activation, ref saved, ref da, ref dz, ref i, length);
        }

        if (Lanes256.IsHardwareAccelerated)
        {
            Backward<TActivation, Lanes256>(activation, ref saved, ref da, ref dz, ref i, length);
        }

        Backward<TActivation, Lanes128>(activation, ref saved, ref da, ref dz, ref i, length);
        if (i < length)
        {
            var (values, gradients) = (default(TailBuffer), default(TailBuffer));
            values.Load(ref Unsafe.Add(ref saved, i), length - i);
            gradients.Load(ref Unsafe.Add(ref da, i), length - i);
            Lanes128.Multiply(Lanes128.Load(ref gradients.First, 0), activation.Derivative(Lanes128.Load(ref values.First, 0))).Store(ref gradients.First, 0);
            gradients.Store(ref Unsafe.Add(ref dz, i), length - i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Forward<TActivation, T>(TActivation activation, ref float z, ref float a, ref nuint i, nuint length)
        where TActivation : struct, IVectorActivation
        where T : struct, ILanes<T>
    {
        for (; i + T.Count <= length; i += T.Count)
        {
            activation.Apply(T.Load(ref z, i)).Store(ref a, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Backward<TActivation, T>(TActivation activation, ref float saved, ref float da, ref float dz, ref nuint i, nuint length)
        where TActivation : struct, IVectorActivation
        where T : struct, ILanes<T>
    {
        for (; i + T.Count <= length; i += T.Count)
        {
            T.Multiply(T.Load(ref da, i), activation.Derivative(T.Load(ref saved, i))).Store(ref dz, i);
        }
    }
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

#pragma warning disable CA1857 // The counts passed on are constants wherever the caller's count is one.

namespace NetGen.Numerics;

/// <summary>
/// Loads and stores of fewer floats than a vector holds. They touch exactly as many floats as they are told, in pieces of 8, 4, 2 and 1; where the count is a
/// constant, only those pieces remain in the compiled code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorTail
{
    /// <summary>Loads the first floats of a vector; the lanes behind them are 0.</summary>
    /// <param name="source">The first float; exactly <paramref name="count"/> floats are read.</param>
    /// <param name="count">1 to 15.</param>
    /// <returns>The floats, then zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load512(ref float source, [ConstantExpected(Min = 1, Max = 15)] int count)
    {
        if ((count & 8) == 0)
        {
            return Load256(ref source, count).ToVector512();
        }

        var lower = Vector256.LoadUnsafe(ref source);
        return (count & 7) == 0
            ? lower.ToVector512()
            : Vector512.Create(lower, Load256(ref Unsafe.Add(ref source, 8), count & 7));
    }

    /// <summary>Loads the first floats of a vector; the lanes behind them are 0.</summary>
    /// <param name="source">The first float; exactly <paramref name="count"/> floats are read.</param>
    /// <param name="count">1 to 7.</param>
    /// <returns>The floats, then zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load256(ref float source, [ConstantExpected(Min = 1, Max = 7)] int count)
    {
        if ((count & 4) == 0)
        {
            return Load128(ref source, count).ToVector256();
        }

        var lower = Vector128.LoadUnsafe(ref source);
        return (count & 3) == 0
            ? lower.ToVector256()
            : Vector256.Create(lower, Load128(ref Unsafe.Add(ref source, 4), count & 3));
    }

    /// <summary>Loads the first floats of a vector; the lanes behind them are 0.</summary>
    /// <param name="source">The first float; exactly <paramref name="count"/> floats are read.</param>
    /// <param name="count">1 to 3.</param>
    /// <returns>The floats, then zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load128(ref float source, [ConstantExpected(Min = 1, Max = 3)] int count)
    {
        if ((count & 2) == 0)
        {
            return Vector128.CreateScalar(source);
        }

        var pair = Vector128.CreateScalar(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref source))).AsSingle();
        return (count & 1) == 0 ? pair : pair.WithElement(2, Unsafe.Add(ref source, 2));
    }

    /// <summary>Stores the first floats of a vector.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">The first float; exactly <paramref name="count"/> floats are written.</param>
    /// <param name="count">1 to 15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float destination, [ConstantExpected(Min = 1, Max = 15)] int count)
    {
        if ((count & 8) == 0)
        {
            Store(value.GetLower(), ref destination, count);
            return;
        }

        value.GetLower().StoreUnsafe(ref destination);
        if ((count & 7) != 0)
        {
            Store(value.GetUpper(), ref Unsafe.Add(ref destination, 8), count & 7);
        }
    }

    /// <summary>Stores the first floats of a vector.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">The first float; exactly <paramref name="count"/> floats are written.</param>
    /// <param name="count">1 to 7.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float destination, [ConstantExpected(Min = 1, Max = 7)] int count)
    {
        if ((count & 4) == 0)
        {
            Store(value.GetLower(), ref destination, count);
            return;
        }

        value.GetLower().StoreUnsafe(ref destination);
        if ((count & 3) != 0)
        {
            Store(value.GetUpper(), ref Unsafe.Add(ref destination, 4), count & 3);
        }
    }

    /// <summary>Stores the first floats of a vector.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">The first float; exactly <paramref name="count"/> floats are written.</param>
    /// <param name="count">1 to 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float destination, [ConstantExpected(Min = 1, Max = 3)] int count)
    {
        if ((count & 2) == 0)
        {
            destination = value.ToScalar();
            return;
        }

        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), value.AsDouble().ToScalar());
        if ((count & 1) != 0)
        {
            Unsafe.Add(ref destination, 2) = value.GetElement(2);
        }
    }
}

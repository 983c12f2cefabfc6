using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// Loads and stores the first lanes of a vector, to the lane, for memory that must not be touched beyond. The count is a constant where these are called, so
/// that the pieces fold into one to four moves.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorTail
{
    /// <summary>The first lanes from memory, zeros behind them.</summary>
    /// <param name="source">Where they start.</param>
    /// <param name="count">How many, 1 to 15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load512(ref float source, int count) => count >= 8
        ? Vector512.Create(Vector256.LoadUnsafe(ref source), count > 8 ? Load256(ref Unsafe.Add(ref source, 8), count - 8) : Vector256<float>.Zero)
        : Vector512.Create(Load256(ref source, count), Vector256<float>.Zero);

    /// <summary>The first lanes from memory, zeros behind them.</summary>
    /// <param name="source">Where they start.</param>
    /// <param name="count">How many, 1 to 7.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load256(ref float source, int count) => count >= 4
        ? Vector256.Create(Vector128.LoadUnsafe(ref source), count > 4 ? Load128(ref Unsafe.Add(ref source, 4), count - 4) : Vector128<float>.Zero)
        : Vector256.Create(Load128(ref source, count), Vector128<float>.Zero);

    /// <summary>The first lanes from memory, zeros behind them.</summary>
    /// <param name="source">Where they start.</param>
    /// <param name="count">How many, 1 to 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load128(ref float source, int count) => count switch
    {
        1 => Vector128.CreateScalar(source),
        2 => Vector128.Create(source, Unsafe.Add(ref source, 1), 0, 0),
        _ => Vector128.Create(source, Unsafe.Add(ref source, 1), Unsafe.Add(ref source, 2), 0),
    };

    /// <summary>Writes the first lanes and nothing behind them.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">How many, 1 to 15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float destination, int count)
    {
        if (count < 8)
        {
            Store(value.GetLower(), ref destination, count);
            return;
        }

        value.GetLower().StoreUnsafe(ref destination);
        if (count > 8)
        {
            Store(value.GetUpper(), ref Unsafe.Add(ref destination, 8), count - 8);
        }
    }

    /// <summary>Writes the first lanes and nothing behind them.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">How many, 1 to 7.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float destination, int count)
    {
        if (count < 4)
        {
            Store(value.GetLower(), ref destination, count);
            return;
        }

        value.GetLower().StoreUnsafe(ref destination);
        if (count > 4)
        {
            Store(value.GetUpper(), ref Unsafe.Add(ref destination, 4), count - 4);
        }
    }

    /// <summary>Writes the first lanes and nothing behind them.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">How many, 1 to 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float destination, int count)
    {
        destination = value.ToScalar();
        if (count > 1)
        {
            Unsafe.Add(ref destination, 1) = value.GetElement(1);
        }

        if (count > 2)
        {
            Unsafe.Add(ref destination, 2) = value.GetElement(2);
        }
    }
}

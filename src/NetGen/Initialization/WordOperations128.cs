using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Initialization;

/// <summary>The operations on words in 128-bit vectors.</summary>
internal readonly struct WordOperations128 : IWordOperations<Vector128<ulong>>
{
    /// <inheritdoc/>
    public static nuint Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Constant(uint value) => Vector128.Create((ulong)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Constants(uint value) => Vector128.Create(value).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Load(ref ulong source) => Vector128.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<ulong> value, ref ulong destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Add(Vector128<ulong> a, Vector128<ulong> b) => (a.AsUInt32() + b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Subtract(Vector128<ulong> a, Vector128<ulong> b) => (a.AsUInt32() - b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Min(Vector128<ulong> a, Vector128<ulong> b) => Vector128.Min(a.AsUInt32(), b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> AreEqual(Vector128<ulong> a, Vector128<ulong> b) => Vector128.Equals(a.AsUInt32(), b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Multiply(Vector128<ulong> a, Vector128<ulong> b) =>
        Sse2.IsSupported ? Sse2.Multiply(a.AsUInt32(), b.AsUInt32()) : Lower(a) * Lower(b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Upper(Vector128<ulong> a) => a >> 32;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Xor(Vector128<ulong> a, Vector128<ulong> b, Vector128<ulong> c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Merge(Vector128<ulong> lower, Vector128<ulong> upper) => Lower(lower) | (upper << 32);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> RaiseLower16(Vector128<ulong> a) => (a.AsUInt32() << 16).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint GreaterThan(Vector128<ulong> a, Vector128<ulong> b) => Vector128.GreaterThan(a.AsUInt32(), b.AsUInt32()).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBits(uint bits, ref byte destination, nuint index)
    {
        ref var both = ref Unsafe.Add(ref destination, index / 8);
        both = (byte)(index % 8 == 0 ? bits : both | (bits << 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Lower(Vector128<ulong> a) => a & Vector128.Create(0xFFFFFFFFul);
}

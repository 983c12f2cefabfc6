using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Initialization;

/// <summary>The operations on words in 512-bit vectors.</summary>
internal readonly struct WordOperations512 : IWordOperations<Vector512<ulong>>
{
    /// <inheritdoc/>
    public static nuint Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Constant(uint value) => Vector512.Create((ulong)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Constants(uint value) => Vector512.Create(value).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Load(ref ulong source) => Vector512.LoadUnsafe(ref source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<ulong> value, ref ulong destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Add(Vector512<ulong> a, Vector512<ulong> b) => (a.AsUInt32() + b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Subtract(Vector512<ulong> a, Vector512<ulong> b) => (a.AsUInt32() - b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Min(Vector512<ulong> a, Vector512<ulong> b) => Vector512.Min(a.AsUInt32(), b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> AreEqual(Vector512<ulong> a, Vector512<ulong> b) => Vector512.Equals(a.AsUInt32(), b.AsUInt32()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Multiply(Vector512<ulong> a, Vector512<ulong> b) =>
        Avx512F.IsSupported ? Avx512F.Multiply(a.AsUInt32(), b.AsUInt32()) : Lower(a) * Lower(b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Upper(Vector512<ulong> a) => a >> 32;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Xor(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Merge(Vector512<ulong> lower, Vector512<ulong> upper) => Lower(lower) | (upper << 32);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> RaiseLower16(Vector512<ulong> a) => (a.AsUInt32() << 16).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint GreaterThan(Vector512<ulong> a, Vector512<ulong> b) =>
        (uint)Vector512.GreaterThan(a.AsUInt32(), b.AsUInt32()).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBits(uint bits, ref byte destination, nuint index) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, index / 8), (ushort)bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Lower(Vector512<ulong> a) => a & Vector512.Create(0xFFFFFFFFul);
}

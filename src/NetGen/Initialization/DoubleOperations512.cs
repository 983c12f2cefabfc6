using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Initialization;

/// <summary>The operations on doubles in 512-bit vectors.</summary>
internal readonly struct DoubleOperations512 : IDoubleOperations<Vector512<ulong>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Constant(double value) => Vector512.Create(value).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Bits(ulong value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Add(Vector512<ulong> a, Vector512<ulong> b) => (a.AsDouble() + b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Subtract(Vector512<ulong> a, Vector512<ulong> b) => (a.AsDouble() - b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Multiply(Vector512<ulong> a, Vector512<ulong> b) => (a.AsDouble() * b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Divide(Vector512<ulong> a, Vector512<ulong> b) => (a.AsDouble() / b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Sqrt(Vector512<ulong> a) => Vector512.Sqrt(a.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Abs(Vector512<ulong> a) => Vector512.Abs(a.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> CopySign(Vector512<ulong> magnitude, Vector512<ulong> sign) =>
        Vector512.ConditionalSelect(Vector512.Create(1ul << 63), sign, magnitude);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Min(Vector512<ulong> a, Vector512<ulong> b) => Vector512.MinNative(a.AsDouble(), b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> SelectWhereAtMost(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> whenAtMost, Vector512<ulong> whenAbove) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a.AsDouble(), b.AsDouble()), whenAtMost.AsDouble(), whenAbove.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> AddBits(Vector512<ulong> a, Vector512<ulong> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> SubtractBits(Vector512<ulong> a, Vector512<ulong> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ShiftRight52(Vector512<ulong> a) => a >> 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ShiftLeft52(Vector512<ulong> a) => a << 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> LowerWith(Vector512<ulong> lower, Vector512<ulong> upper) => (lower & Vector512.Create(0xFFFFFFFFul)) | upper;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Vector512<ulong> value, ref float destination) => Singles(value.AsDouble()).StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Singles(Vector512<double> value) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector256Single(value) : Vector512.Narrow(value, value).GetLower();
}

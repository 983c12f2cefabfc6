using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Initialization;

/// <summary>The operations on doubles in 128-bit vectors.</summary>
internal readonly struct DoubleOperations128 : IDoubleOperations<Vector128<ulong>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Constant(double value) => Vector128.Create(value).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Bits(ulong value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Add(Vector128<ulong> a, Vector128<ulong> b) => (a.AsDouble() + b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Subtract(Vector128<ulong> a, Vector128<ulong> b) => (a.AsDouble() - b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Multiply(Vector128<ulong> a, Vector128<ulong> b) => (a.AsDouble() * b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Divide(Vector128<ulong> a, Vector128<ulong> b) => (a.AsDouble() / b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Sqrt(Vector128<ulong> a) => Vector128.Sqrt(a.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Abs(Vector128<ulong> a) => Vector128.Abs(a.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> CopySign(Vector128<ulong> magnitude, Vector128<ulong> sign) =>
        Vector128.ConditionalSelect(Vector128.Create(1ul << 63), sign, magnitude);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Min(Vector128<ulong> a, Vector128<ulong> b) => Vector128.MinNative(a.AsDouble(), b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> SelectWhereAtMost(Vector128<ulong> a, Vector128<ulong> b, Vector128<ulong> whenAtMost, Vector128<ulong> whenAbove) =>
        Vector128.ConditionalSelect(Vector128.LessThanOrEqual(a.AsDouble(), b.AsDouble()), whenAtMost.AsDouble(), whenAbove.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> AddBits(Vector128<ulong> a, Vector128<ulong> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> SubtractBits(Vector128<ulong> a, Vector128<ulong> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ShiftRight52(Vector128<ulong> a) => a >> 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ShiftLeft52(Vector128<ulong> a) => a << 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> LowerWith(Vector128<ulong> lower, Vector128<ulong> upper) => (lower & Vector128.Create(0xFFFFFFFFul)) | upper;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Vector128<ulong> value, ref float destination) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), Vector128.Narrow(value.AsDouble(), value.AsDouble()).AsDouble().ToScalar());
}

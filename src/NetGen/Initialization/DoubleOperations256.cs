using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Initialization;

/// <summary>The operations on doubles in 256-bit vectors.</summary>
internal readonly struct DoubleOperations256 : IDoubleOperations<Vector256<ulong>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Constant(double value) => Vector256.Create(value).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Bits(ulong value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Add(Vector256<ulong> a, Vector256<ulong> b) => (a.AsDouble() + b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Subtract(Vector256<ulong> a, Vector256<ulong> b) => (a.AsDouble() - b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) => (a.AsDouble() * b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Divide(Vector256<ulong> a, Vector256<ulong> b) => (a.AsDouble() / b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Sqrt(Vector256<ulong> a) => Vector256.Sqrt(a.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Abs(Vector256<ulong> a) => Vector256.Abs(a.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> CopySign(Vector256<ulong> magnitude, Vector256<ulong> sign) =>
        Vector256.ConditionalSelect(Vector256.Create(1ul << 63), sign, magnitude);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Min(Vector256<ulong> a, Vector256<ulong> b) => Vector256.MinNative(a.AsDouble(), b.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> SelectWhereAtMost(Vector256<ulong> a, Vector256<ulong> b, Vector256<ulong> whenAtMost, Vector256<ulong> whenAbove) =>
        Vector256.ConditionalSelect(Vector256.LessThanOrEqual(a.AsDouble(), b.AsDouble()), whenAtMost.AsDouble(), whenAbove.AsDouble()).AsUInt64();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> AddBits(Vector256<ulong> a, Vector256<ulong> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> SubtractBits(Vector256<ulong> a, Vector256<ulong> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ShiftRight52(Vector256<ulong> a) => a >> 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ShiftLeft52(Vector256<ulong> a) => a << 52;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> LowerWith(Vector256<ulong> lower, Vector256<ulong> upper) => (lower & Vector256.Create(0xFFFFFFFFul)) | upper;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Vector256<ulong> value, ref float destination) => Singles(value.AsDouble()).StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Singles(Vector256<double> value) =>
        Avx.IsSupported ? Avx.ConvertToVector128Single(value) : Vector256.Narrow(value, value).GetLower();
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>The operations on pairs of 256-bit vectors: sixteen lanes where the processor has no wider ones, so one text serves both.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly struct VectorOperationsPair : IVectorOperations<VectorPair>
{
    /// <inheritdoc/>
    public static VectorPair Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    public static nuint Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 16;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Sqrt(VectorPair a) => new(VectorOperations256.Sqrt(a.Lower), VectorOperations256.Sqrt(a.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Abs(VectorPair a) => new(VectorOperations256.Abs(a.Lower), VectorOperations256.Abs(a.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair PowerOfTwo(VectorPair n) => new(VectorOperations256.PowerOfTwo(n.Lower), VectorOperations256.PowerOfTwo(n.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Add(VectorPair a, VectorPair b) => new(VectorOperations256.Add(a.Lower, b.Lower), VectorOperations256.Add(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Subtract(VectorPair a, VectorPair b) => new(VectorOperations256.Subtract(a.Lower, b.Lower), VectorOperations256.Subtract(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Multiply(VectorPair a, VectorPair b) => new(VectorOperations256.Multiply(a.Lower, b.Lower), VectorOperations256.Multiply(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Divide(VectorPair a, VectorPair b) => new(VectorOperations256.Divide(a.Lower, b.Lower), VectorOperations256.Divide(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Max(VectorPair a, VectorPair b) => new(VectorOperations256.Max(a.Lower, b.Lower), VectorOperations256.Max(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair CopySign(VectorPair magnitude, VectorPair sign) => new(VectorOperations256.CopySign(magnitude.Lower, sign.Lower), VectorOperations256.CopySign(magnitude.Upper, sign.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair LessThan(VectorPair a, VectorPair b) => new(VectorOperations256.LessThan(a.Lower, b.Lower), VectorOperations256.LessThan(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair LessThanOrEqual(VectorPair a, VectorPair b) => new(VectorOperations256.LessThanOrEqual(a.Lower, b.Lower), VectorOperations256.LessThanOrEqual(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair AreEqual(VectorPair a, VectorPair b) => new(VectorOperations256.AreEqual(a.Lower, b.Lower), VectorOperations256.AreEqual(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair ScaleByPowerOfTwo(VectorPair a, VectorPair n) => new(VectorOperations256.ScaleByPowerOfTwo(a.Lower, n.Lower), VectorOperations256.ScaleByPowerOfTwo(a.Upper, n.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair AtMost(VectorPair bound, VectorPair value) => new(VectorOperations256.AtMost(bound.Lower, value.Lower), VectorOperations256.AtMost(bound.Upper, value.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair AtLeast(VectorPair bound, VectorPair value) => new(VectorOperations256.AtLeast(bound.Lower, value.Lower), VectorOperations256.AtLeast(bound.Upper, value.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair ZeroWhere(VectorPair mask, VectorPair value) => new(VectorOperations256.ZeroWhere(mask.Lower, value.Lower), VectorOperations256.ZeroWhere(mask.Upper, value.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair MultiplyAddEstimate(VectorPair a, VectorPair b, VectorPair c) => new(VectorOperations256.MultiplyAddEstimate(a.Lower, b.Lower, c.Lower), VectorOperations256.MultiplyAddEstimate(a.Upper, b.Upper, c.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair MultiplyAdd(VectorPair a, VectorPair b, VectorPair c) => new(VectorOperations256.MultiplyAdd(a.Lower, b.Lower, c.Lower), VectorOperations256.MultiplyAdd(a.Upper, b.Upper, c.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Select(VectorPair mask, VectorPair whenSet, VectorPair whenClear) => new(VectorOperations256.Select(mask.Lower, whenSet.Lower, whenClear.Lower), VectorOperations256.Select(mask.Upper, whenSet.Upper, whenClear.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Constant(float value) => new(Vector256.Create(value), Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Load(ref float source) => new(Vector256.LoadUnsafe(ref source), Vector256.LoadUnsafe(ref source, 8));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Load(ref float source, nuint offset) => new(Vector256.LoadUnsafe(ref source, offset), Vector256.LoadUnsafe(ref source, offset + 8));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorPair value, ref float destination)
    {
        value.Lower.StoreUnsafe(ref destination);
        value.Upper.StoreUnsafe(ref destination, 8);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorPair value, ref float destination, nuint offset)
    {
        value.Lower.StoreUnsafe(ref destination, offset);
        value.Upper.StoreUnsafe(ref destination, offset + 8);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Broadcast(ref float source)
    {
        var one = Vector256.Create(source);
        return new(one, one);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Broadcast(ref float source, nuint offset)
    {
        var one = Vector256.Create(Unsafe.Add(ref source, offset));
        return new(one, one);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair SplitExponent(VectorPair value, out VectorPair exponent)
    {
        var lower = VectorOperations256.SplitExponent(value.Lower, out var first);
        var upper = VectorOperations256.SplitExponent(value.Upper, out var second);
        exponent = new(first, second);
        return new(lower, upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair LoadFirst(ref float source, nuint offset, int count, float fill) => throw new NotSupportedException();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(VectorPair value, ref float destination, nuint offset, int count) { if (count > 8) { value.Lower.StoreUnsafe(ref destination, offset); VectorOperations256.StoreFirst(value.Upper, ref destination, offset + 8, count - 8); } else throw new NotSupportedException(); }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair KeepFirst(VectorPair value, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumToFour(ref float source, nuint offset) => throw new NotSupportedException();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxAcross(VectorPair value) => throw new NotSupportedException();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumAcross(VectorPair value) => throw new NotSupportedException();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumAcrossInDouble(VectorPair value) => throw new NotSupportedException();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair And(VectorPair a, VectorPair b) => new(VectorOperations256.And(a.Lower, b.Lower), VectorOperations256.And(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair Or(VectorPair a, VectorPair b) => new(VectorOperations256.Or(a.Lower, b.Lower), VectorOperations256.Or(a.Upper, b.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair NegateMultiplyAdd(VectorPair a, VectorPair b, VectorPair c) =>
        new(VectorOperations256.NegateMultiplyAdd(a.Lower, b.Lower, c.Lower), VectorOperations256.NegateMultiplyAdd(a.Upper, b.Upper, c.Upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair ShiftLeft(VectorPair a, int count) => new(VectorOperations256.ShiftLeft(a.Lower, count), VectorOperations256.ShiftLeft(a.Upper, count));
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>The operations on a single float: what is written for vectors of any width, for rows that are shorter than the shortest vector.</summary>
internal readonly struct ScalarOperations : IVectorOperations<float>
{
    /// <inheritdoc/>
    public static float Zero => 0;

    /// <inheritdoc/>
    public static nuint Lanes => 1;

    /// <inheritdoc/>
    public static float Constant(float value) => value;

    /// <inheritdoc/>
    public static float Add(float a, float b) => a + b;

    /// <inheritdoc/>
    public static float Subtract(float a, float b) => a - b;

    /// <inheritdoc/>
    public static float Multiply(float a, float b) => a * b;

    /// <inheritdoc/>
    public static float Divide(float a, float b) => a / b;

    /// <inheritdoc/>
    public static float MultiplyAddEstimate(float a, float b, float c) => float.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc/>
    public static float MultiplyAdd(float a, float b, float c) => float.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static float Sqrt(float a) => float.Sqrt(a);

    /// <inheritdoc/>
    public static float Load(ref float source) => source;

    /// <inheritdoc/>
    public static float Load(ref float source, nuint offset) => Unsafe.Add(ref source, offset);

    /// <inheritdoc/>
    public static void Store(float value, ref float destination) => destination = value;

    /// <inheritdoc/>
    public static void Store(float value, ref float destination, nuint offset) => Unsafe.Add(ref destination, offset) = value;

    /// <inheritdoc/>
    public static float Broadcast(ref float source) => source;

    /// <inheritdoc/>
    public static float Broadcast(ref float source, nuint offset) => Unsafe.Add(ref source, offset);

    /// <inheritdoc/>
    public static float AtMost(float bound, float value) => value > bound ? bound : value;

    /// <inheritdoc/>
    public static float AtLeast(float bound, float value) => value < bound ? bound : value;

    /// <inheritdoc/>
    public static float Abs(float a) => float.Abs(a);

    /// <inheritdoc/>
    public static float CopySign(float magnitude, float sign) => float.CopySign(magnitude, sign);

    /// <inheritdoc/>
    public static float LessThan(float a, float b) => Mask(a < b);

    /// <inheritdoc/>
    public static float LessThanOrEqual(float a, float b) => Mask(a <= b);

    /// <inheritdoc/>
    public static float AreEqual(float a, float b) => Mask(a == b);

    /// <inheritdoc/>
    public static float Select(float mask, float whenSet, float whenClear) => BitConverter.SingleToInt32Bits(mask) < 0 ? whenSet : whenClear;

    /// <inheritdoc/>
    public static float ZeroWhere(float mask, float value) => Select(mask, 0, value);

    /// <inheritdoc/>
    public static float ScaleByPowerOfTwo(float a, float n) => float.ScaleB(a, (int)n);

    /// <inheritdoc/>
    public static float PowerOfTwo(float n) => BitConverter.Int32BitsToSingle(((int)n + 127) << 23);

    /// <inheritdoc/>
    public static float SplitExponent(float value, out float exponent)
    {
        // The difference to the bits of 2/3 holds the exponent of 3/2 value in its upper bits.
        const int TwoThirds = 0x3F2AAAAB;
        var bits = BitConverter.SingleToInt32Bits(value);
        var whole = (bits - TwoThirds) >> 23;
        exponent = whole;
        return BitConverter.Int32BitsToSingle(bits - (whole << 23));
    }

    /// <inheritdoc/>
    public static float LoadFirst(ref float source, nuint offset, int count, float fill) => count > 0 ? Unsafe.Add(ref source, offset) : fill;

    /// <inheritdoc/>
    public static void StoreFirst(float value, ref float destination, nuint offset, int count)
    {
        if (count > 0)
        {
            Unsafe.Add(ref destination, offset) = value;
        }
    }

    /// <inheritdoc/>
    public static float KeepFirst(float value, int count) => count > 0 ? value : 0;

    /// <inheritdoc/>
    public static float MaxAcross(float value) => value;

    /// <inheritdoc/>
    public static float SumAcross(float value) => value;

    /// <inheritdoc/>
    public static double SumAcrossInDouble(float value) => value;

    private static float Mask(bool isSet) => BitConverter.Int32BitsToSingle(isSet ? -1 : 0);

    /// <inheritdoc/>
    public static float Max(float left, float right) => MathF.Max(left, right);

    /// <inheritdoc/>
    public static Vector128<float> SumToFour(ref float source, nuint offset) => Vector128.CreateScalar(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    public static float NegateMultiplyAdd(float a, float b, float c) => MathF.FusedMultiplyAdd(-a, b, c);

    /// <inheritdoc/>
    public static float And(float a, float b) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(a) & BitConverter.SingleToUInt32Bits(b));

    /// <inheritdoc/>
    public static float Or(float a, float b) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(a) | BitConverter.SingleToUInt32Bits(b));

    /// <inheritdoc/>
    public static float ShiftLeft(float a, int count) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(a) << count);
}

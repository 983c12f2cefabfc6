using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// The operations on a vector of floats, against which activations, losses, optimizers and kernels are written once for all widths. The JIT resolves every call
/// where it compiles the formula for a width; nothing of this remains in the code. All members round as IEEE 754 says, so the widths agree bit for bit.
/// </summary>
/// <typeparam name="TVector">The vector; a mask is a vector whose lanes are all ones or all zeros.</typeparam>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public interface IVectorOperations<TVector>
    where TVector : struct
{
    /// <summary>The same number in every lane.</summary>
    static abstract TVector Constant(float value);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>0 in every lane.</summary>
    static abstract TVector Zero { get; }

    /// <summary>a b + c as the processor does it fastest: rounded once where it can, else twice.</summary>
    static abstract TVector MultiplyAddEstimate(TVector a, TVector b, TVector c);

    /// <summary>The square root of each lane.</summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary>As many floats as there are lanes.</summary>
    static abstract TVector Load(ref float source);

    /// <summary>Stores all lanes.</summary>
    static abstract void Store(TVector value, ref float destination);

    /// <summary>One float in every lane.</summary>
    static abstract TVector Broadcast(ref float source);

    /// <summary>The float at an offset in every lane.</summary>
    static abstract TVector Broadcast(ref float source, nuint offset);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>c - a b, rounded once.</summary>
    static abstract TVector NegateMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The smaller number; where <paramref name="value"/> is NaN, NaN.</summary>
    /// <param name="bound">A number, not NaN.</param>
    /// <param name="value">Any value.</param>
    static abstract TVector AtMost(TVector bound, TVector value);

    /// <summary>The larger number; where <paramref name="value"/> is NaN, NaN.</summary>
    /// <param name="bound">A number, not NaN.</param>
    /// <param name="value">Any value.</param>
    static abstract TVector AtLeast(TVector bound, TVector value);

    /// <summary>The larger number; NaN where either is NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>|a|.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>The magnitude of the first with the sign of the second.</summary>
    static abstract TVector CopySign(TVector magnitude, TVector sign);

    /// <summary>The bits that are set in both.</summary>
    static abstract TVector And(TVector a, TVector b);

    /// <summary>The bits that are set in one or both.</summary>
    static abstract TVector Or(TVector a, TVector b);

    /// <summary>The bits of each lane moved towards the sign; those that leave it are lost.</summary>
    /// <param name="a">Any bits.</param>
    /// <param name="count">From 0 to 31; a constant.</param>
    static abstract TVector ShiftLeft(TVector a, int count);

    /// <summary>Mask of a &lt; b; false where one of them is NaN.</summary>
    static abstract TVector LessThan(TVector a, TVector b);

    /// <summary>Mask of a &lt;= b; false where one of them is NaN.</summary>
    static abstract TVector LessThanOrEqual(TVector a, TVector b);

    /// <summary>Mask of a = b; false where one of them is NaN.</summary>
    static abstract TVector AreEqual(TVector a, TVector b);

    /// <summary>The second where the mask is set, else the third.</summary>
    static abstract TVector Select(TVector mask, TVector whenSet, TVector whenClear);

    /// <summary>The first where the mask is clear, else +0.</summary>
    static abstract TVector ZeroWhere(TVector mask, TVector value);

    /// <summary>
    /// a 2^n for a from 1/2 to 2 or NaN and a whole number n from -200 to 200; rounded once, also where the result is subnormal.
    /// </summary>
    static abstract TVector ScaleByPowerOfTwo(TVector a, TVector n);

    /// <summary>2^n for a whole number n from -127 to 127; 0 at -127.</summary>
    static abstract TVector PowerOfTwo(TVector n);

    /// <summary>
    /// Splits a positive normal number into m 2^e with m from 2/3 to 4/3. Values that are no positive normal numbers give a meaningless m and e.
    /// </summary>
    static abstract TVector SplitExponent(TVector value, out TVector exponent);

    /// <summary>Floats in a vector.</summary>
    static abstract nuint Lanes { get; }

    /// <summary>As many floats as there are lanes, from an offset on.</summary>
    static abstract TVector Load(ref float source, nuint offset);

    /// <summary>Stores all lanes from an offset on.</summary>
    static abstract void Store(TVector value, ref float destination, nuint offset);

    /// <summary>The first floats, fewer than there are lanes; the other lanes get <paramref name="fill"/>. Reads no further.</summary>
    static abstract TVector LoadFirst(ref float source, nuint offset, int count, float fill);

    /// <summary>Stores the first lanes, fewer than there are.</summary>
    static abstract void StoreFirst(TVector value, ref float destination, nuint offset, int count);

    /// <summary>The first lanes as they are, +0 in the others.</summary>
    static abstract TVector KeepFirst(TVector value, int count);

    /// <summary>As many floats as there are lanes, from an offset on; the upper half is added to the lower one until four are left.</summary>
    /// <returns>Four sums, each of every fourth float.</returns>
    static abstract Vector128<float> SumToFour(ref float source, nuint offset);

    /// <summary>The largest lane; where a lane is NaN, any lane.</summary>
    static abstract float MaxAcross(TVector value);

    /// <summary>The sum of the lanes.</summary>
    static abstract float SumAcross(TVector value);

    /// <summary>The sum of the lanes in double precision.</summary>
    static abstract double SumAcrossInDouble(TVector value);
}

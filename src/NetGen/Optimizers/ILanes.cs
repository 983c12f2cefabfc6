using System.Numerics;

namespace NetGen.Optimizers;

/// <summary>
/// Some floats that advance together: a vector register or a single float. Update rules are written once against it. Products and sums stay two
/// roundings, never fused, so that every width gives the same bits.
/// </summary>
/// <typeparam name="TSelf">The lanes.</typeparam>
internal interface ILanes<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>,
      ISubtractionOperators<TSelf, TSelf, TSelf>,
      IMultiplyOperators<TSelf, TSelf, TSelf>,
      IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of floats.</summary>
    static abstract int Count { get; }

    /// <summary>The same value in every lane.</summary>
    /// <param name="value">The value.</param>
    static abstract TSelf Broadcast(float value);

    /// <summary>Reads <see cref="Count"/> floats.</summary>
    /// <param name="source">Where index 0 is.</param>
    /// <param name="index">The first float to read.</param>
    static abstract TSelf Load(ref readonly float source, nuint index);

    /// <summary>Writes <see cref="Count"/> floats.</summary>
    /// <param name="destination">Where index 0 is.</param>
    /// <param name="index">The first float to write.</param>
    void Store(ref float destination, nuint index);

    /// <summary>The square root of each lane.</summary>
    /// <param name="value">The radicands.</param>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The magnitude of each lane.</summary>
    /// <param name="value">The values.</param>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The larger of both in each lane, NaN where either is NaN.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>Zero where the magnitude is below a floor.</summary>
    /// <param name="value">The values; NaN stays NaN.</param>
    /// <param name="floor">The smallest magnitude that stays, not negative.</param>
    static abstract TSelf ZeroBelow(TSelf value, TSelf floor);

    /// <summary>
    /// Zero where the magnitude is below the smallest normal float. A moment whose gradient has become 0 decays to a subnormal and would stay one for
    /// good, and many processors are slow on those.
    /// </summary>
    /// <param name="value">The values; NaN stays NaN.</param>
    static virtual TSelf FlushSubnormals(TSelf value) => TSelf.ZeroBelow(value, TSelf.Broadcast(Subnormals.SmallestNormal));
}

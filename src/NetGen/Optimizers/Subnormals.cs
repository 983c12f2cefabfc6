using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>
/// Magnitudes below which a factor or a square gives less than the smallest normal float. Update rules take what is smaller as 0: it would not be seen in any
/// parameter, and processors are slow on subnormal results, up to a hundred times where they call microcode.
/// </summary>
internal static class Subnormals
{
    /// <summary>2^-126.</summary>
    public const float SmallestNormal = 1.17549435e-38f;

    /// <summary>The smallest magnitude whose product with a factor is normal; of a factor above 1, the smallest that is normal itself.</summary>
    /// <param name="factor">The factor, not negative.</param>
    public static float Floor(double factor) => (float)(SmallestNormal / Math.Min(1, factor));

    /// <summary>The smallest magnitude whose square times a factor is normal.</summary>
    /// <param name="factor">The factor, not negative.</param>
    public static float SquareFloor(double factor) => (float)Math.Sqrt(SmallestNormal / Math.Min(1, factor));

    /// <summary>Zero where the magnitude is below a floor.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="value">The values; NaN stays NaN.</param>
    /// <param name="floor">The smallest magnitude that stays, not negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ZeroBelow<TVector, TOp>(TVector value, TVector floor)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector> => TOp.ZeroWhere(TOp.LessThan(TOp.Abs(value), floor), value);

    /// <summary>
    /// Zero where the magnitude is below the smallest normal float. A moment whose gradient has become 0 decays to a subnormal and would stay one for good.
    /// </summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="value">The values; NaN stays NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Flush<TVector, TOp>(TVector value)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector> => ZeroBelow<TVector, TOp>(value, TOp.Constant(SmallestNormal));
}

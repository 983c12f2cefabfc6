using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>The step of running means of values.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
/// <param name="decay">The scalars.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct RunningMean<TVector, TOp>(Decay decay)
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    private readonly TVector kept = TOp.Constant(decay.Kept);
    private readonly TVector rest = TOp.Constant(decay.Rest);
    private readonly TVector floor = TOp.Constant(decay.Floor);

    /// <summary>The means with one more value each, never subnormal.</summary>
    /// <param name="mean">The means so far.</param>
    /// <param name="value">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Next(TVector mean, TVector value) =>
        Subnormals.Flush<TVector, TOp>(TOp.Add(TOp.Multiply(kept, mean), TOp.Multiply(rest, Subnormals.ZeroBelow<TVector, TOp>(value, floor))));
}

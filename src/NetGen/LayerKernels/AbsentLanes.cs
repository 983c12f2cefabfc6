using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>Lanes of a group of samples that hold no sample.</summary>
internal static class AbsentLanes
{
    /// <summary>Set where a lane holds no sample.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="samples">Samples from the group's first lane on; more than there are lanes where further groups follow.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mask<TVector, TOp>(nuint samples)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var all = TOp.AreEqual(TOp.Zero, TOp.Zero);
        return TOp.ZeroWhere(TOp.KeepFirst(all, (int)nuint.Min(samples, TOp.Lanes)), all);
    }
}

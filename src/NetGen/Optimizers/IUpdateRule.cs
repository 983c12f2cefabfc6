using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>The arithmetic of one step of an optimizer, its scalars already computed.</summary>
internal interface IUpdateRule
{
    /// <summary>
    /// Updates parameters, and what is remembered of them, in place. Each rule passes its <see cref="IVectorRule{TVector}"/> to
    /// <see cref="UpdateKernel.Walk{TRule, TVector, TOp}"/>, from a method compiled as <see cref="UpdateKernel.OfItsOwn"/>.
    /// </summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="slots">The buffers.</param>
    void Run<TVector, TOp>(in Slots slots)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>;
}

namespace NetGen.Optimizers;

/// <summary>
/// An update rule for one vector of parameters, its scalars spread over vectors: spread once before the loop they stay in registers. Products and sums are two
/// roundings, never one, and no lane depends on another, so all widths give the same bits.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface IVectorRule<TVector>
    where TVector : struct
{
    /// <summary>Whether something is remembered in a slot; the same throughout a walk.</summary>
    /// <param name="slot">1 for <see cref="Slots.First"/>, 2 for <see cref="Slots.Second"/>, 3 for <see cref="Slots.Third"/>.</param>
    bool Uses(int slot);

    /// <summary>Takes the step.</summary>
    /// <param name="w">The parameters.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="first">What is remembered of them, updated; meaningless where the rule does not use it, as are the others.</param>
    /// <param name="second">More of it.</param>
    /// <param name="third">Still more.</param>
    /// <returns>The parameters after the step.</returns>
    TVector Step(TVector w, TVector g, ref TVector first, ref TVector second, ref TVector third);
}

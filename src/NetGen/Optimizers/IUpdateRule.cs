namespace NetGen.Optimizers;

/// <summary>The arithmetic of one step of an optimizer, its scalars already computed.</summary>
internal interface IUpdateRule
{
    /// <summary>
    /// Updates parameters, and what is remembered of them, in place, from an element on as far as whole registers go. Written out in each rule, since the JIT
    /// keeps in registers only those scalars that are spread over one before the loop: a quarter of Adam's time.
    /// </summary>
    /// <typeparam name="TLanes">How many at once.</typeparam>
    /// <param name="slots">The buffers.</param>
    /// <param name="index">The first element.</param>
    /// <returns>The first element not reached.</returns>
    nuint Walk<TLanes>(Slots slots, nuint index)
        where TLanes : struct, ILanes<TLanes>;
}

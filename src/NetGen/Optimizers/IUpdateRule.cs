namespace NetGen.Optimizers;

/// <summary>The arithmetic of one step of an optimizer, its scalars already computed.</summary>
internal interface IUpdateRule
{
    /// <summary>Updates some parameters, and what is remembered of them, in place.</summary>
    /// <typeparam name="TLanes">How many at once.</typeparam>
    /// <param name="slots">The buffers.</param>
    /// <param name="index">The first element.</param>
    void Apply<TLanes>(ref readonly Slots slots, nuint index)
        where TLanes : struct, ILanes<TLanes>;
}

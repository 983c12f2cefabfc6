namespace NetGen.Products;

/// <summary>
/// What register tiles do to vectors. Few members on purpose, and not those of <see cref="NetGen.Numerics.IVectorOperations{TVector}"/>: to resolve a call, the
/// runtime goes through all members of the implementing type, at each of a tile's hundred calls.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface ITileOperations<TVector>
    where TVector : unmanaged
{
    /// <summary>a b + sum, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector sum);

    /// <summary>One float in every lane.</summary>
    static abstract TVector Broadcast(ref float source, nuint offset);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>The larger of 0 and each lane; NaN stays NaN.</summary>
    static abstract TVector Rectify(TVector a);

    /// <summary>Stores so many lanes, fewer than there are; no other float is touched.</summary>
    static abstract void StoreFirst(TVector value, ref byte destination, int count);

    /// <summary>Adds so many lanes, fewer than there are, to what is there; no other float is touched.</summary>
    static abstract void AddFirst(TVector value, ref byte destination, int count);
}

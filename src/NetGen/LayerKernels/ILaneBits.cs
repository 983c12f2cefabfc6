namespace NetGen.LayerKernels;

/// <summary>Bits into masks of vectors of floats.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface ILaneBits<TVector>
    where TVector : struct
{
    /// <summary>All ones in the lanes whose bits are set, else 0.</summary>
    /// <param name="bits">Bit i for lane i; further ones are ignored.</param>
    static abstract TVector Mask(uint bits);
}

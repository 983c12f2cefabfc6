using System.ComponentModel;

namespace NetGen.Products;

/// <summary>How a product whose rows are samples is cut into register tiles, for one width of vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISampleTiles
{
    internal static abstract void Multiply<TVector, TOps, TShape, TStart, TActivation, TAddition>(
        ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, ref float scratch, nuint samples)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TStart : struct
        where TActivation : struct
        where TAddition : struct;
}

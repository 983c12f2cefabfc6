using System.ComponentModel;

namespace NetGen.Products;

/// <summary>How a forward product is cut into register tiles, for one width of vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IForwardTiles
{
    internal static abstract void Forward<TVector, TOps, TShape, TStart, TActivation, TAddition>(
        ref float x, ref float weights, ref float shift, ref float scale, ref float added, ref float a, ref float scratch, nuint samples)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TStart : struct
        where TActivation : struct
        where TAddition : struct;
}

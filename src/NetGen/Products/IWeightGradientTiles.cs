using System.ComponentModel;

namespace NetGen.Products;

/// <summary>How the gradient of a product's weights is cut into register tiles, for one width of vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWeightGradientTiles
{
    internal static abstract void WeightGradient<TVector, TOps, TShape>(
        ref float x, ref float dz, ref float gradient, ref float scratch, nuint samples, bool accumulate)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape;
}

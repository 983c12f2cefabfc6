using System.ComponentModel;

namespace NetGen.Products;

/// <summary>How the gradient of a product's input is cut into register tiles, for one width of vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInputGradientTiles
{
    internal static abstract void InputGradient<TVector, TOps, TShape, TAddition>(
        ref float dz, ref float weights, ref float added, ref float dx, ref float scratch, nuint samples)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TAddition : struct;
}

using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>dW = x^T dz, panels of x and a strip of columns of dz in copies.</summary>
/// <typeparam name="TShape">The layer's sizes.</typeparam>
/// <typeparam name="TPanel">The width of a panel: rows of the tallest tile.</typeparam>
internal readonly unsafe struct WeightGradientPanelOperands<TShape, TPanel> : IOperands
    where TShape : struct, IProductShape
    where TPanel : unmanaged
{
    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Units;
    }

    /// <inheritdoc/>
    public static int Depth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    /// <inheritdoc/>
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static int LeftDepthStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(TPanel);
    }

    /// <inheritdoc/>
    public static int RightStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 0;
    }

    /// <inheritdoc/>
    public static int ResultStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Units;
    }

    /// <inheritdoc/>
    public static int AddedStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Units;
    }
}

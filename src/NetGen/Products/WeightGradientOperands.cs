using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>dW = x^T dz, both as they lie.</summary>
/// <typeparam name="TShape">The layer's sizes.</typeparam>
internal readonly struct WeightGradientOperands<TShape> : IOperands
    where TShape : struct, IProductShape
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
        get => TShape.InputStride;
    }

    /// <inheritdoc/>
    public static int RightStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
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

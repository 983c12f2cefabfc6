using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>dx = dz W^T, all of W transposed in a copy.</summary>
/// <typeparam name="TShape">The layer's sizes.</typeparam>
internal readonly struct InputGradientOperands<TShape> : IOperands
    where TShape : struct, IProductShape
{
    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Inputs;
    }

    /// <inheritdoc/>
    public static int Depth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Units;
    }

    /// <inheritdoc/>
    public static int LeftRowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputStride;
    }

    /// <inheritdoc/>
    public static int LeftDepthStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    // Rows that lie a multiple of 1 KiB apart fall into the same few places of the first-level cache.
    /// <inheritdoc/>
    public static int RightStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ResultStride % 256 == 0 ? ResultStride + 16 : ResultStride;
    }

    /// <inheritdoc/>
    public static int ResultStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TShape.Inputs + 15) / 16 * 16;
    }

    /// <inheritdoc/>
    public static int AddedStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ResultStride;
    }

    /// <inheritdoc/>
    public static bool IsFar
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.IsFar;
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>
/// Tiles of the gradient of a product's input that multiply by copies: each strip of columns of W^T is transposed into the first-level cache, and all rows are
/// multiplied by it.
/// </summary>
/// <typeparam name="TRows">Rows of a tile; what is left over is taken row by row.</typeparam>
/// <typeparam name="TWide">Vectors of the first tiles from the left.</typeparam>
/// <typeparam name="TNarrow">Vectors of the other ones: as many, or one fewer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct TransposedTiles<TRows, TWide, TNarrow> : IInputGradientTiles
    where TRows : unmanaged
    where TWide : unmanaged
    where TNarrow : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IInputGradientTiles.InputGradient<TVector, TOps, TShape, TAddition>(
        ref float dz, ref float weights, ref float added, ref float dx, ref float scratch, nuint samples)
    {
        var lanes = (nuint)(sizeof(TVector) / sizeof(float));
        var vectors = ((nuint)TShape.Columns + lanes - 1) / lanes;
        nuint column = 0;
        if (sizeof(TWide) != sizeof(TNarrow))
        {
            var tiles = (vectors + (nuint)sizeof(TWide) - 1) / (nuint)sizeof(TWide);
            var end = (vectors - (tiles * (nuint)sizeof(TNarrow))) * (nuint)sizeof(TWide) * lanes;
            for (; column < end; column += (nuint)sizeof(TWide) * lanes)
            {
                Strip<TVector, TOps, TShape, TAddition, TWide>(ref dz, ref weights, ref added, ref dx, ref scratch, samples, column);
            }
        }

        for (; column < vectors * lanes; column += (nuint)sizeof(TNarrow) * lanes)
        {
            Strip<TVector, TOps, TShape, TAddition, TNarrow>(ref dz, ref weights, ref added, ref dx, ref scratch, samples, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TVector, TOps, TShape, TAddition, TVectors>(
        ref float dz, ref float weights, ref float added, ref float dx, ref float scratch, nuint samples, nuint column)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TAddition : struct
        where TVectors : unmanaged
    {
        var width = (nuint)sizeof(TVectors) * (nuint)(sizeof(TVector) / sizeof(float));
        var stride = (nuint)TShape.ResultStride;
        RowKernels.Transpose(
            ref Unsafe.Add(ref weights, column * (nuint)TShape.Depth),
            (nuint)TShape.Depth,
            (int)Math.Min(width, (nuint)TShape.Columns - column),
            TShape.Depth,
            ref scratch,
            width);
        nuint row = 0;
        if (sizeof(TRows) > 1)
        {
            for (; row + (nuint)sizeof(TRows) <= samples; row += (nuint)sizeof(TRows))
            {
                Tile<TVector, TOps, TShape, Source.Strip, Epilogue.FromZero, Epilogue.Linear, TAddition, TRows, TVectors>.Run(
                    ref Unsafe.Add(ref dz, row * (nuint)TShape.LeftStride),
                    ref scratch,
                    ref Unsafe.Add(ref dx, (row * stride) + column),
                    ref Unsafe.NullRef<float>(),
                    ref Unsafe.Add(ref added, (row * stride) + column),
                    ref Unsafe.NullRef<float>(),
                    0);
            }
        }

        for (; row < samples; row++)
        {
            RowTile<TVector, TOps, TShape, Source.Strip, Epilogue.FromZero, Epilogue.Linear, TAddition, TVectors, Size.N2>.Run(
                ref Unsafe.Add(ref dz, row * (nuint)TShape.LeftStride),
                ref scratch,
                ref Unsafe.Add(ref dx, (row * stride) + column),
                ref Unsafe.NullRef<float>(),
                ref Unsafe.Add(ref added, (row * stride) + column),
                ref Unsafe.NullRef<float>(),
                0);
        }
    }
}

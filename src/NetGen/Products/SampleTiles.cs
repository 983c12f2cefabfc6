using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>
/// Tiles of a product whose rows are samples: tall tiles as long as there are rows for them, then pairs of rows, then a single one. Low tiles are wide instead,
/// so that enough sums are in flight and the right factor, which small batches read from far away, is read row by row.
/// </summary>
/// <typeparam name="TRows">Rows of a tall tile; with two or one there are no tall tiles, with one no pairs either.</typeparam>
/// <typeparam name="TWide">Vectors of the first tall tiles from the left.</typeparam>
/// <typeparam name="TNarrow">Vectors of the other ones: as many, or one fewer.</typeparam>
/// <typeparam name="TPair">Vectors of a tile of two rows; the last one overlaps the one before it.</typeparam>
/// <typeparam name="TSingle">Vectors of a tile of one row, likewise.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SampleTiles<TRows, TWide, TNarrow, TPair, TSingle> : IForwardTiles, IInputGradientTiles
    where TRows : unmanaged
    where TWide : unmanaged
    where TNarrow : unmanaged
    where TPair : unmanaged
    where TSingle : unmanaged
{
    // The fewest rows for which a strip of the right factor is copied: four tiles' worth.
    private const int FewestRowsPacked = 16;

    // A line a row of tiles.
    private const int LineFloats = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IForwardTiles.Forward<TVector, TOps, TShape, TStart, TActivation, TAddition>(
        ref float x, ref float weights, ref float shift, ref float scale, ref float added, ref float a, ref float scratch, nuint samples) =>
        Walk<TVector, TOps, ForwardOperands<TShape>, ForwardStripOperands<TShape>, TStart, TActivation, TAddition>(
            ref x, ref weights, ref a, samples, ref shift, ref added, ref scale, ref scratch);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IInputGradientTiles.InputGradient<TVector, TOps, TShape, TAddition>(
        ref float dz, ref float weights, ref float added, ref float dx, ref float scratch, nuint samples)
    {
        RowKernels.Transpose(ref weights, (nuint)TShape.Units, TShape.Inputs, TShape.Units, ref scratch, (nuint)InputGradientOperands<TShape>.RightStride);
        Walk<TVector, TOps, InputGradientOperands<TShape>, InputGradientStripOperands<TShape>, Epilogue.FromZero, Epilogue.Linear, TAddition>(
            ref dz, ref scratch, ref dx, samples, ref Unsafe.NullRef<float>(), ref added, ref Unsafe.NullRef<float>(), ref scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Walk<TVector, TOps, TOperands, TStrip, TStart, TActivation, TAddition>(
        ref float left, ref float right, ref float result, nuint samples, ref float shift, ref float added, ref float scale, ref float scratch)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TOperands : struct, IOperands
        where TStrip : struct, IOperands
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
    {
        var lanes = (nuint)(sizeof(TVector) / sizeof(float));
        var vectors = ((nuint)TOperands.Columns + lanes - 1) / lanes;
        nuint row = 0;
        if (sizeof(TRows) > 2)
        {
            row = samples / (nuint)sizeof(TRows) * (nuint)sizeof(TRows);
            nuint column = 0;
            if (sizeof(TWide) != sizeof(TNarrow))
            {
                var tiles = (vectors + (nuint)sizeof(TWide) - 1) / (nuint)sizeof(TWide);
                var end = (vectors - (tiles * (nuint)sizeof(TNarrow))) * (nuint)sizeof(TWide) * lanes;
                for (; column < end; column += (nuint)sizeof(TWide) * lanes)
                {
                    Strip<TVector, TOps, TOperands, TStrip, TStart, TActivation, TAddition, TWide>(
                        ref left, ref right, ref result, row, ref shift, ref added, ref scale, ref scratch, column);
                }
            }

            for (; column < vectors * lanes; column += (nuint)sizeof(TNarrow) * lanes)
            {
                Strip<TVector, TOps, TOperands, TStrip, TStart, TActivation, TAddition, TNarrow>(
                    ref left, ref right, ref result, row, ref shift, ref added, ref scale, ref scratch, column);
            }
        }

        if (sizeof(TRows) > 1)
        {
            for (; row + 2 <= samples; row += 2)
            {
                var last = (vectors - (nuint)sizeof(TPair)) * lanes;
                nuint column = 0;
                for (; column < last; column += (nuint)sizeof(TPair) * lanes)
                {
                    PairTile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TPair>.Run(
                        ref Unsafe.Add(ref left, row * (nuint)TOperands.LeftRowStride),
                        ref Unsafe.Add(ref right, column),
                        ref Unsafe.Add(ref result, (row * (nuint)TOperands.ResultStride) + column),
                        ref Unsafe.Add(ref shift, column),
                        ref Unsafe.Add(ref added, (row * (nuint)TOperands.AddedStride) + column),
                        ref Unsafe.Add(ref scale, column),
                        0);
                }

                PairTile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TPair>.Run(
                    ref Unsafe.Add(ref left, row * (nuint)TOperands.LeftRowStride),
                    ref Unsafe.Add(ref right, last),
                    ref Unsafe.Add(ref result, (row * (nuint)TOperands.ResultStride) + last),
                    ref Unsafe.Add(ref shift, last),
                    ref Unsafe.Add(ref added, (row * (nuint)TOperands.AddedStride) + last),
                    ref Unsafe.Add(ref scale, last),
                    (column - last) / lanes);
            }
        }

        for (; row < samples; row++)
        {
            var last = (vectors - (nuint)sizeof(TSingle)) * lanes;
            nuint column = 0;
            for (; column < last; column += (nuint)sizeof(TSingle) * lanes)
            {
                RowTile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TSingle, Size.N4>.Run(
                    ref Unsafe.Add(ref left, row * (nuint)TOperands.LeftRowStride),
                    ref Unsafe.Add(ref right, column),
                    ref Unsafe.Add(ref result, (row * (nuint)TOperands.ResultStride) + column),
                    ref Unsafe.Add(ref shift, column),
                    ref Unsafe.Add(ref added, (row * (nuint)TOperands.AddedStride) + column),
                    ref Unsafe.Add(ref scale, column),
                    0);
            }

            RowTile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TSingle, Size.N4>.Run(
                ref Unsafe.Add(ref left, row * (nuint)TOperands.LeftRowStride),
                ref Unsafe.Add(ref right, last),
                ref Unsafe.Add(ref result, (row * (nuint)TOperands.ResultStride) + last),
                ref Unsafe.Add(ref shift, last),
                ref Unsafe.Add(ref added, (row * (nuint)TOperands.AddedStride) + last),
                ref Unsafe.Add(ref scale, last),
                (column - last) / lanes);
        }
    }

    // Tall tiles go down a strip of columns, whose right factor stays in the cache; where that is far away and there are rows enough, in a copy.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TVector, TOps, TOperands, TStrip, TStart, TActivation, TAddition, TVectors>(
        ref float left, ref float right, ref float result, nuint rows, ref float shift, ref float added, ref float scale, ref float scratch, nuint column)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TOperands : struct, IOperands
        where TStrip : struct, IOperands
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
        where TVectors : unmanaged
    {
        var width = (nuint)sizeof(TVectors) * (nuint)(sizeof(TVector) / sizeof(float));
        right = ref Unsafe.Add(ref right, column);
        if (sizeof(TVector) < 64 && TOperands.IsFar && rows >= FewestRowsPacked)
        {
            Panels.Copy(ref right, (nuint)TOperands.RightStride, (nuint)TOperands.Depth, width, ref scratch);
            for (nuint row = 0; row < rows; row += (nuint)sizeof(TRows))
            {
                Tile<TVector, TOps, TStrip, TStart, TActivation, TAddition, TRows, TVectors>.Run(
                    ref Unsafe.Add(ref left, row * (nuint)TOperands.LeftRowStride),
                    ref scratch,
                    ref Unsafe.Add(ref result, (row * (nuint)TOperands.ResultStride) + column),
                    (nuint)TOperands.Depth,
                    ref Unsafe.Add(ref shift, column),
                    ref Unsafe.Add(ref added, (row * (nuint)TOperands.AddedStride) + column),
                    ref Unsafe.Add(ref scale, column),
                    0);
            }

            return;
        }

        // Each row of tiles asks for another line of the strip to the right; in the rightmost one, for what follows in memory: the next layer's weights.
        var ahead = column + width < (nuint)TOperands.Columns
            ? width
            : (nuint)((TOperands.Depth * TOperands.RightStride) + (typeof(TStart) == typeof(Epilogue.FromBias) ? TOperands.Columns : 0)) - column;
        for (nuint row = 0; row < rows; row += (nuint)sizeof(TRows))
        {
            Tile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TRows, TVectors>.Run(
                ref Unsafe.Add(ref left, row * (nuint)TOperands.LeftRowStride),
                ref right,
                ref Unsafe.Add(ref result, (row * (nuint)TOperands.ResultStride) + column),
                (nuint)TOperands.Depth,
                ref Unsafe.Add(ref shift, column),
                ref Unsafe.Add(ref added, (row * (nuint)TOperands.AddedStride) + column),
                ref Unsafe.Add(ref scale, column),
                ahead);
            ahead += LineFloats;
        }
    }
}

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
public readonly unsafe struct SampleTiles<TRows, TWide, TNarrow, TPair, TSingle> : ISampleTiles, IInputGradientTiles
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

    // Two walks, so that batches of whole tiles do not compile low ones, nor single samples tall ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ISampleTiles.Multiply<TVector, TOps, TShape, TStart, TActivation, TAddition>(
        ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, ref float scratch, nuint samples)
    {
        nuint row = 0;
        if (sizeof(TRows) > 2 && samples >= (nuint)sizeof(TRows))
        {
            row = samples / (nuint)sizeof(TRows) * (nuint)sizeof(TRows);
            Tall<TVector, TOps, TShape, TStart, TActivation, TAddition>(ref left, ref right, ref result, ref shift, ref added, ref scale, ref scratch, row);
        }

        if (row < samples)
        {
            Low<TVector, TOps, TShape, TStart, TActivation, TAddition>(ref left, ref right, ref result, ref shift, ref added, ref scale, row, samples);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IInputGradientTiles.InputGradient<TVector, TOps, TShape, TAddition>(
        ref float dz, ref float weights, ref float added, ref float dx, ref float scratch, nuint samples)
    {
        RowKernels.Transpose(ref weights, (nuint)TShape.Depth, TShape.Columns, TShape.Depth, ref scratch, (nuint)TShape.RightStride);
        nuint row = 0;
        if (sizeof(TRows) > 2 && samples >= (nuint)sizeof(TRows))
        {
            row = samples / (nuint)sizeof(TRows) * (nuint)sizeof(TRows);
            Tall<TVector, TOps, TShape, Epilogue.FromZero, Epilogue.Linear, TAddition>(
                ref dz, ref scratch, ref dx, ref scratch, ref added, ref scratch, ref scratch, row);
        }

        if (row < samples)
        {
            Low<TVector, TOps, TShape, Epilogue.FromZero, Epilogue.Linear, TAddition>(
                ref dz, ref scratch, ref dx, ref scratch, ref added, ref scratch, row, samples);
        }
    }

    // Strip by strip: each one's right factor stays in the cache while tiles go down it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tall<TVector, TOps, TShape, TStart, TActivation, TAddition>(
        ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, ref float scratch, nuint rows)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
    {
        var lanes = (nuint)(sizeof(TVector) / sizeof(float));
        var vectors = ((nuint)TShape.Columns + lanes - 1) / lanes;
        nuint column = 0;
        if (sizeof(TWide) != sizeof(TNarrow))
        {
            var strips = (vectors + (nuint)sizeof(TWide) - 1) / (nuint)sizeof(TWide);
            var end = (vectors - (strips * (nuint)sizeof(TNarrow))) * (nuint)sizeof(TWide) * lanes;
            for (; column < end; column += (nuint)sizeof(TWide) * lanes)
            {
                if (sizeof(TVector) < 64)
                {
                    Near<TVector, TOps, TShape, TStart, TActivation, TAddition, TWide>(
                        ref left, ref right, ref result, ref shift, ref added, ref scale, ref scratch, rows, column);
                }
                else
                {
                    Strip<TVector, TOps, TShape, Source.Matrix, TStart, TActivation, TAddition, TWide>(
                        ref left, ref Unsafe.Add(ref right, column), ref result, ref shift, ref added, ref scale, rows, column, (nuint)sizeof(TWide) * lanes);
                }
            }
        }

        for (; column < vectors * lanes; column += (nuint)sizeof(TNarrow) * lanes)
        {
            if (sizeof(TVector) < 64)
            {
                Near<TVector, TOps, TShape, TStart, TActivation, TAddition, TNarrow>(
                    ref left, ref right, ref result, ref shift, ref added, ref scale, ref scratch, rows, column);
            }
            else
            {
                // In the rightmost strip, what follows the right factor in memory: the next layer's weights.
                var ahead = (nuint)sizeof(TNarrow) * lanes;
                if (column + ahead >= (nuint)TShape.Columns)
                {
                    ahead = (nuint)((TShape.Depth * TShape.RightStride) + (typeof(TStart) == typeof(Epilogue.FromBias) ? TShape.Columns : 0)) - column;
                }

                Strip<TVector, TOps, TShape, Source.Matrix, TStart, TActivation, TAddition, TNarrow>(
                    ref left, ref Unsafe.Add(ref right, column), ref result, ref shift, ref added, ref scale, rows, column, ahead);
            }
        }
    }

    // A strip whose right factor, where it comes from far and there are rows enough, is copied into the first-level cache.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Near<TVector, TOps, TShape, TStart, TActivation, TAddition, TVectors>(
        ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, ref float scratch, nuint rows, nuint column)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
        where TVectors : unmanaged
    {
        right = ref Unsafe.Add(ref right, column);
        if (TShape.IsFar && rows >= FewestRowsPacked)
        {
            Panels.Copy(
                ref right, (nuint)TShape.RightStride, (nuint)TShape.Depth, (nuint)(sizeof(TVectors) * (sizeof(TVector) / sizeof(float))), ref scratch);
            Strip<TVector, TOps, TShape, Source.Strip, TStart, TActivation, TAddition, TVectors>(
                ref left, ref scratch, ref result, ref shift, ref added, ref scale, rows, column, 0);
        }
        else
        {
            Strip<TVector, TOps, TShape, Source.Matrix, TStart, TActivation, TAddition, TVectors>(
                ref left, ref right, ref result, ref shift, ref added, ref scale, rows, column, 0);
        }
    }

    // Each row of tiles asks for another line of what lies ahead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TVector, TOps, TShape, TSource, TStart, TActivation, TAddition, TVectors>(
        ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, nuint rows, nuint column, nuint ahead)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TSource : struct
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
        where TVectors : unmanaged
    {
        for (nuint row = 0; row < rows; row += (nuint)sizeof(TRows))
        {
            Tile<TVector, TOps, TShape, TSource, TStart, TActivation, TAddition, TRows, TVectors>.Run(
                ref Unsafe.Add(ref left, row * (nuint)TShape.LeftStride),
                ref right,
                ref Unsafe.Add(ref result, (row * (nuint)TShape.ResultStride) + column),
                ref Unsafe.Add(ref shift, column),
                ref Unsafe.Add(ref added, (row * (nuint)TShape.AddedStride) + column),
                ref Unsafe.Add(ref scale, column),
                ahead);
            ahead += LineFloats;
        }
    }

    // Row by row, so that the right factor is read once and in its order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Low<TVector, TOps, TShape, TStart, TActivation, TAddition>(
        ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, nuint row, nuint samples)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TStart : struct
        where TActivation : struct
        where TAddition : struct
    {
        var lanes = (nuint)(sizeof(TVector) / sizeof(float));
        var columns = ((nuint)TShape.Columns + lanes - 1) / lanes * lanes;
        left = ref Unsafe.Add(ref left, row * (nuint)TShape.LeftStride);
        result = ref Unsafe.Add(ref result, row * (nuint)TShape.ResultStride);
        added = ref Unsafe.Add(ref added, row * (nuint)TShape.AddedStride);
        var rows = samples - row;
        if (sizeof(TRows) > 1)
        {
            for (; rows >= 2; rows -= 2)
            {
                var last = columns - ((nuint)sizeof(TPair) * lanes);
                nuint column = 0;
                do
                {
                    var first = column < last ? column : last;
                    PairTile<TVector, TOps, TShape, Source.Matrix, TStart, TActivation, TAddition, TPair>.Run(
                        ref left,
                        ref Unsafe.Add(ref right, first),
                        ref Unsafe.Add(ref result, first),
                        ref Unsafe.Add(ref shift, first),
                        ref Unsafe.Add(ref added, first),
                        ref Unsafe.Add(ref scale, first),
                        (column - first) / lanes);
                    column += (nuint)sizeof(TPair) * lanes;
                }
                while (column < columns);

                left = ref Unsafe.Add(ref left, 2 * TShape.LeftStride);
                result = ref Unsafe.Add(ref result, 2 * TShape.ResultStride);
                added = ref Unsafe.Add(ref added, 2 * TShape.AddedStride);
            }
        }

        for (; rows != 0; rows--)
        {
            var last = columns - ((nuint)sizeof(TSingle) * lanes);
            nuint column = 0;
            do
            {
                var first = column < last ? column : last;
                RowTile<TVector, TOps, TShape, Source.Matrix, TStart, TActivation, TAddition, TSingle, Size.N4>.Run(
                    ref left,
                    ref Unsafe.Add(ref right, first),
                    ref Unsafe.Add(ref result, first),
                    ref Unsafe.Add(ref shift, first),
                    ref Unsafe.Add(ref added, first),
                    ref Unsafe.Add(ref scale, first),
                    (column - first) / lanes);
                column += (nuint)sizeof(TSingle) * lanes;
            }
            while (column < columns);

            left = ref Unsafe.Add(ref left, TShape.LeftStride);
            result = ref Unsafe.Add(ref result, TShape.ResultStride);
            added = ref Unsafe.Add(ref added, TShape.AddedStride);
        }
    }
}

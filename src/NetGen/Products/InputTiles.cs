using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>
/// Tiles of a weight gradient, whose rows are the inputs and known beforehand. It lies without gaps among the gradients, so the last vector of a row is cut
/// to the lane.
/// </summary>
/// <typeparam name="TRows">Rows of a tile.</typeparam>
/// <typeparam name="TRest">Rows of the last one, fewer; as many where none are left over.</typeparam>
/// <typeparam name="TWide">Vectors of the first tiles from the left.</typeparam>
/// <typeparam name="TNarrow">Vectors of the other ones: as many, or one fewer.</typeparam>
/// <typeparam name="TTail">Lanes of the last vector of a row that count: all, or fewer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct InputTiles<TRows, TRest, TWide, TNarrow, TTail> : IWeightGradientTiles
    where TRows : unmanaged
    where TRest : unmanaged
    where TWide : unmanaged
    where TNarrow : unmanaged
    where TTail : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IWeightGradientTiles.WeightGradient<TVector, TOps, TShape>(
        ref float x, ref float dz, ref float gradient, ref float scratch, nuint samples, bool accumulate)
    {
        var lanes = (nuint)(sizeof(TVector) / sizeof(float));
        var vectors = ((nuint)TShape.Columns + lanes - 1) / lanes;

        // Tiles of 16 registers read so much for each product that all of it must come from the first-level cache in whole lines.
        ref var strip = ref scratch;
        if (sizeof(TVector) < 64)
        {
            var panel = (nuint)sizeof(TRows);
            Panels.Gather(ref x, (nuint)TShape.LeftStride, samples, (nuint)TShape.Rows, panel, ref scratch);
            strip = ref Unsafe.Add(ref scratch, ((nuint)TShape.Rows + panel - 1) / panel * panel * samples);
        }

        nuint column = 0;
        if (sizeof(TWide) != sizeof(TNarrow))
        {
            var strips = (vectors + (nuint)sizeof(TWide) - 1) / (nuint)sizeof(TWide);
            for (var wide = vectors - (strips * (nuint)sizeof(TNarrow)); wide != 0; wide--)
            {
                if (sizeof(TVector) < 64)
                {
                    Panels.Copy(ref Unsafe.Add(ref dz, column), (nuint)TShape.RightStride, samples, (nuint)sizeof(TWide) * lanes, ref strip);
                    Strip<TVector, TOps, TShape, TWide, Size.N1>(
                        ref scratch, samples, ref strip, ref Unsafe.Add(ref gradient, column), samples, accumulate);
                }
                else
                {
                    Strip<TVector, TOps, TShape, TWide, Size.N1>(
                        ref x, 1, ref Unsafe.Add(ref dz, column), ref Unsafe.Add(ref gradient, column), samples, accumulate);
                }

                column += (nuint)sizeof(TWide) * lanes;
            }
        }

        var end = sizeof(TTail) * sizeof(float) != sizeof(TVector) ? (vectors - (nuint)sizeof(TNarrow)) * lanes : vectors * lanes;
        for (; column < end; column += (nuint)sizeof(TNarrow) * lanes)
        {
            if (sizeof(TVector) < 64)
            {
                Panels.Copy(ref Unsafe.Add(ref dz, column), (nuint)TShape.RightStride, samples, (nuint)sizeof(TNarrow) * lanes, ref strip);
                Strip<TVector, TOps, TShape, TNarrow, Size.N1>(
                    ref scratch, samples, ref strip, ref Unsafe.Add(ref gradient, column), samples, accumulate);
            }
            else
            {
                Strip<TVector, TOps, TShape, TNarrow, Size.N1>(
                    ref x, 1, ref Unsafe.Add(ref dz, column), ref Unsafe.Add(ref gradient, column), samples, accumulate);
            }
        }

        if (sizeof(TTail) * sizeof(float) != sizeof(TVector))
        {
            if (sizeof(TVector) < 64)
            {
                Panels.Copy(ref Unsafe.Add(ref dz, column), (nuint)TShape.RightStride, samples, (nuint)sizeof(TNarrow) * lanes, ref strip);
                Strip<TVector, TOps, TShape, TNarrow, Size.N2>(
                    ref scratch, samples, ref strip, ref Unsafe.Add(ref gradient, column), samples, accumulate);
            }
            else
            {
                Strip<TVector, TOps, TShape, TNarrow, Size.N2>(
                    ref x, 1, ref Unsafe.Add(ref dz, column), ref Unsafe.Add(ref gradient, column), samples, accumulate);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TVector, TOps, TShape, TVectors, TCut>(
        ref float left, nuint rowStride, ref float right, ref float result, nuint samples, bool accumulate)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TVectors : unmanaged
        where TCut : unmanaged
    {
        var rows = (nuint)TShape.Rows;
        var resultStride = (nuint)TShape.ResultStride;
        nuint row = 0;
        for (; row + (nuint)sizeof(TRows) <= rows; row += (nuint)sizeof(TRows))
        {
            GradientTile<TVector, TOps, TShape, TRows, TVectors, TCut, TTail, TRows>.Run(
                ref Unsafe.Add(ref left, row * rowStride), ref right, ref Unsafe.Add(ref result, row * resultStride), samples, accumulate);
        }

        if (sizeof(TRest) != sizeof(TRows))
        {
            GradientTile<TVector, TOps, TShape, TRest, TVectors, TCut, TTail, TRows>.Run(
                ref Unsafe.Add(ref left, row * rowStride), ref right, ref Unsafe.Add(ref result, row * resultStride), samples, accumulate);
        }
    }
}

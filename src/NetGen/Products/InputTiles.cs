using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>
/// Tiles of a weight gradient, whose rows are the inputs and known beforehand. It lies without gaps among the gradients, so the last vector of a row is cut
/// to the lane.
/// </summary>
/// <typeparam name="TRows">Rows of a tile.</typeparam>
/// <typeparam name="TRest">Rows of the last one, if others are left over.</typeparam>
/// <typeparam name="TWide">Vectors of the first tiles from the left.</typeparam>
/// <typeparam name="TNarrow">Vectors of the other ones: as many, or one fewer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct InputTiles<TRows, TRest, TWide, TNarrow> : IWeightGradientTiles
    where TRows : unmanaged
    where TRest : unmanaged
    where TWide : unmanaged
    where TNarrow : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IWeightGradientTiles.WeightGradient<TVector, TOps, TShape>(
        ref float x, ref float dz, ref float gradient, ref float scratch, nuint samples, bool accumulate)
    {
        // Tiles of 16 registers read so much for each product that all of it must come from the first-level cache in whole lines.
        if (sizeof(TVector) < 64)
        {
            var panel = (nuint)sizeof(TRows);
            Panels.Gather(ref x, (nuint)TShape.InputStride, samples, (nuint)TShape.Inputs, panel, ref scratch);
            ref var strip = ref Unsafe.Add(ref scratch, ((nuint)TShape.Inputs + panel - 1) / panel * panel * samples);
            Walk<TVector, TOps, TShape, WeightGradientPanelOperands<TShape, TRows>>(ref scratch, ref dz, ref gradient, ref strip, samples, accumulate);
        }
        else
        {
            Walk<TVector, TOps, TShape, WeightGradientOperands<TShape>>(ref x, ref dz, ref gradient, ref scratch, samples, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Walk<TVector, TOps, TShape, TOperands>(
        ref float x, ref float dz, ref float gradient, ref float strip, nuint samples, bool accumulate)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TOperands : struct, IOperands
    {
        var lanes = (nuint)(sizeof(TVector) / sizeof(float));
        var vectors = ((nuint)TShape.Units + lanes - 1) / lanes;
        nuint column = 0;
        if (sizeof(TWide) != sizeof(TNarrow))
        {
            var tiles = (vectors + (nuint)sizeof(TWide) - 1) / (nuint)sizeof(TWide);
            var end = (vectors - (tiles * (nuint)sizeof(TNarrow))) * (nuint)sizeof(TWide) * lanes;
            for (; column < end; column += (nuint)sizeof(TWide) * lanes)
            {
                Strip<TVector, TOps, TShape, TOperands, Epilogue.Accumulated, TWide>(ref x, ref dz, ref gradient, ref strip, samples, accumulate, column);
            }
        }

        var whole = (nuint)TShape.Units % lanes == 0 ? vectors * lanes : (vectors - (nuint)sizeof(TNarrow)) * lanes;
        for (; column < whole; column += (nuint)sizeof(TNarrow) * lanes)
        {
            Strip<TVector, TOps, TShape, TOperands, Epilogue.Accumulated, TNarrow>(ref x, ref dz, ref gradient, ref strip, samples, accumulate, column);
        }

        if ((nuint)TShape.Units % lanes != 0)
        {
            Strip<TVector, TOps, TShape, TOperands, Epilogue.AccumulatedCut, TNarrow>(ref x, ref dz, ref gradient, ref strip, samples, accumulate, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TVector, TOps, TShape, TOperands, TAddition, TVectors>(
        ref float x, ref float dz, ref float gradient, ref float strip, nuint samples, bool accumulate, nuint column)
        where TVector : unmanaged
        where TOps : struct, ITileOperations<TVector>
        where TShape : struct, IProductShape
        where TOperands : struct, IOperands
        where TAddition : struct
        where TVectors : unmanaged
    {
        ref var right = ref Unsafe.Add(ref dz, column);
        if (sizeof(TVector) < 64)
        {
            Panels.Copy(ref right, (nuint)TShape.OutputStride, samples, (nuint)(sizeof(TVectors) * (sizeof(TVector) / sizeof(float))), ref strip);
            right = ref strip;
        }

        // Panels follow each other, each as long as there are samples.
        var step = sizeof(TVector) < 64 ? samples : 1;
        nuint row = 0;
        for (; row + (nuint)sizeof(TRows) <= (nuint)TShape.Inputs; row += (nuint)sizeof(TRows))
        {
            ref var result = ref Unsafe.Add(ref gradient, (row * (nuint)TShape.Units) + column);
            Tile<TVector, TOps, TOperands, Epilogue.FromZero, Epilogue.Linear, TAddition, TRows, TVectors>.Run(
                ref Unsafe.Add(ref x, row * step),
                ref right,
                ref result,
                samples,
                ref Unsafe.NullRef<float>(),
                ref accumulate ? ref result : ref Unsafe.NullRef<float>(),
                ref Unsafe.NullRef<float>(),
                0);
        }

        if (TShape.Inputs % sizeof(TRows) != 0)
        {
            ref var result = ref Unsafe.Add(ref gradient, (row * (nuint)TShape.Units) + column);
            Tile<TVector, TOps, TOperands, Epilogue.FromZero, Epilogue.Linear, TAddition, TRest, TVectors>.Run(
                ref Unsafe.Add(ref x, row * step),
                ref right,
                ref result,
                samples,
                ref Unsafe.NullRef<float>(),
                ref accumulate ? ref result : ref Unsafe.NullRef<float>(),
                ref Unsafe.NullRef<float>(),
                0);
        }
    }
}

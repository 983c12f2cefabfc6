using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Products;

/// <summary>What all register tiles do to a vector of theirs.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOps">What is done to it.</typeparam>
/// <typeparam name="TOperands">What is multiplied, and how it lies.</typeparam>
/// <typeparam name="TStart">A start of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TActivation">An activation of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TAddition">An addition of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TVectors">Vectors of a row of the tile, a <see cref="Size"/>.</typeparam>
internal abstract unsafe class TileVectors<TVector, TOps, TOperands, TStart, TActivation, TAddition, TVectors>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TOperands : struct, IOperands
    where TVectors : unmanaged
{
    /// <summary>Floats a vector.</summary>
    protected static nuint Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (nuint)(sizeof(TVector) / sizeof(float));
    }

    /// <summary>The vector so many vectors after a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Load(ref float source, nuint vector) =>
        Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref Unsafe.As<float, byte>(ref source), vector * (nuint)sizeof(TVector)));

    /// <summary>The vector so many floats and vectors after a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Load(ref float source, nuint offset, nuint vector) => Load(ref Unsafe.Add(ref source, offset), vector);

    /// <summary>A sum and what its place holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Accumulate(TVector sum, ref float added, nuint row, nuint vector) => TOps.Add(
        sum,
        typeof(TAddition) == typeof(Epilogue.AccumulatedCut) && vector == (nuint)sizeof(TVectors) - 1
            ? TOps.LoadFirst(ref Unsafe.AddByteOffset(ref Unsafe.Add(ref added, row), vector * (nuint)sizeof(TVector)), TOperands.Columns % (sizeof(TVector) / sizeof(float)))
            : Load(ref added, row, vector));

    /// <summary>The epilogue of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store(TVector sum, ref float result, nuint row, ref float added, nuint addedRow, ref float shift, ref float scale, nuint vector)
    {
        if (typeof(TStart) == typeof(Epilogue.Scaled))
        {
            sum = TOps.MultiplyAdd(sum, Load(ref scale, vector), Load(ref shift, vector));
        }

        if (typeof(TActivation) == typeof(Epilogue.Rectified))
        {
            sum = TOps.Rectify(sum);
        }

        if (typeof(TAddition) == typeof(Epilogue.Added))
        {
            sum = TOps.Add(sum, Load(ref added, addedRow, vector));
        }

        ref var place = ref Unsafe.AddByteOffset(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref result, row)), vector * (nuint)sizeof(TVector));
        if (typeof(TAddition) == typeof(Epilogue.AccumulatedCut) && vector == (nuint)sizeof(TVectors) - 1)
        {
            TOps.StoreFirst(sum, ref Unsafe.As<byte, float>(ref place), TOperands.Columns % (sizeof(TVector) / sizeof(float)));
        }
        else
        {
            Unsafe.WriteUnaligned(ref place, sum);
        }
    }
}

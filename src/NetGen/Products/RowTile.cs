using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>
/// A register tile of one row and up to 20 vectors, wide because small batches read the right factor from far away: row by row, in the order in which it lies.
/// Where a tile has few vectors, each sum is split into two or four, so that enough of them are in flight.
/// </summary>
internal abstract unsafe class RowTile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TVectors, TChains>
    : TileVectors<TVector, TOps, TOperands, TStart, TActivation, TAddition, TVectors>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TOperands : struct, IOperands
    where TVectors : unmanaged
    where TChains : unmanaged
{
    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its row.</param>
    /// <param name="right">The first vector of its columns.</param>
    /// <param name="result">Where its first element goes.</param>
    /// <param name="shift">The bias or shift of its first column; unused without one.</param>
    /// <param name="added">What is added to its first element; unused without it.</param>
    /// <param name="scale">The scale of its first column; unused without one.</param>
    /// <param name="done">Vectors that the tile before has done, where rows are added: they may have been added already.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, nuint done)
    {
        var depth = (nuint)TOperands.Depth;
        var stride = TOperands.RightStride == 0 ? (nuint)sizeof(TVectors) * Lanes : (nuint)TOperands.RightStride;
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default, a8 = default, a9 = default, a10 = default, a11 = default, a12 = default, a13 = default, a14 = default, a15 = default, a16 = default, a17 = default, a18 = default, a19 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default;
        TVector c0 = default, c1 = default, c2 = default;
        TVector d0 = default, d1 = default, d2 = default;
        if (typeof(TStart) == typeof(Epilogue.FromBias))
        {
            a0 = Load(ref shift, 0);
            if (sizeof(TVectors) > 1) { a1 = Load(ref shift, 1); }
            if (sizeof(TVectors) > 2) { a2 = Load(ref shift, 2); }
            if (sizeof(TVectors) > 3) { a3 = Load(ref shift, 3); }
            if (sizeof(TVectors) > 4) { a4 = Load(ref shift, 4); }
            if (sizeof(TVectors) > 5) { a5 = Load(ref shift, 5); }
            if (sizeof(TVectors) > 6) { a6 = Load(ref shift, 6); }
            if (sizeof(TVectors) > 7) { a7 = Load(ref shift, 7); }
            if (sizeof(TVectors) > 8) { a8 = Load(ref shift, 8); }
            if (sizeof(TVectors) > 9) { a9 = Load(ref shift, 9); }
            if (sizeof(TVectors) > 10) { a10 = Load(ref shift, 10); }
            if (sizeof(TVectors) > 11) { a11 = Load(ref shift, 11); }
            if (sizeof(TVectors) > 12) { a12 = Load(ref shift, 12); }
            if (sizeof(TVectors) > 13) { a13 = Load(ref shift, 13); }
            if (sizeof(TVectors) > 14) { a14 = Load(ref shift, 14); }
            if (sizeof(TVectors) > 15) { a15 = Load(ref shift, 15); }
            if (sizeof(TVectors) > 16) { a16 = Load(ref shift, 16); }
            if (sizeof(TVectors) > 17) { a17 = Load(ref shift, 17); }
            if (sizeof(TVectors) > 18) { a18 = Load(ref shift, 18); }
            if (sizeof(TVectors) > 19) { a19 = Load(ref shift, 19); }
        }

        var chains = sizeof(TVectors) <= 3 && sizeof(TChains) > 2 ? 4 : sizeof(TVectors) <= 7 && sizeof(TChains) > 1 ? 2 : (nuint)1;
        for (var k = depth / chains; k != 0; k--)
        {
            var value = TOps.Broadcast(ref left, 0);
            a0 = TOps.MultiplyAdd(value, Load(ref right, 0), a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, Load(ref right, 1), a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, Load(ref right, 2), a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, Load(ref right, 3), a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, Load(ref right, 4), a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, Load(ref right, 5), a5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(value, Load(ref right, 6), a6); }
            if (sizeof(TVectors) > 7) { a7 = TOps.MultiplyAdd(value, Load(ref right, 7), a7); }
            if (sizeof(TVectors) > 8) { a8 = TOps.MultiplyAdd(value, Load(ref right, 8), a8); }
            if (sizeof(TVectors) > 9) { a9 = TOps.MultiplyAdd(value, Load(ref right, 9), a9); }
            if (sizeof(TVectors) > 10) { a10 = TOps.MultiplyAdd(value, Load(ref right, 10), a10); }
            if (sizeof(TVectors) > 11) { a11 = TOps.MultiplyAdd(value, Load(ref right, 11), a11); }
            if (sizeof(TVectors) > 12) { a12 = TOps.MultiplyAdd(value, Load(ref right, 12), a12); }
            if (sizeof(TVectors) > 13) { a13 = TOps.MultiplyAdd(value, Load(ref right, 13), a13); }
            if (sizeof(TVectors) > 14) { a14 = TOps.MultiplyAdd(value, Load(ref right, 14), a14); }
            if (sizeof(TVectors) > 15) { a15 = TOps.MultiplyAdd(value, Load(ref right, 15), a15); }
            if (sizeof(TVectors) > 16) { a16 = TOps.MultiplyAdd(value, Load(ref right, 16), a16); }
            if (sizeof(TVectors) > 17) { a17 = TOps.MultiplyAdd(value, Load(ref right, 17), a17); }
            if (sizeof(TVectors) > 18) { a18 = TOps.MultiplyAdd(value, Load(ref right, 18), a18); }
            if (sizeof(TVectors) > 19) { a19 = TOps.MultiplyAdd(value, Load(ref right, 19), a19); }
            if (sizeof(TVectors) <= 7 && sizeof(TChains) > 1)
            {
                value = TOps.Broadcast(ref left, 1);
                b0 = TOps.MultiplyAdd(value, Load(ref right, stride, 0), b0);
                if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, Load(ref right, stride, 1), b1); }
                if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, Load(ref right, stride, 2), b2); }
                if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(value, Load(ref right, stride, 3), b3); }
                if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(value, Load(ref right, stride, 4), b4); }
                if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(value, Load(ref right, stride, 5), b5); }
                if (sizeof(TVectors) > 6) { b6 = TOps.MultiplyAdd(value, Load(ref right, stride, 6), b6); }
            }

            if (sizeof(TVectors) <= 3 && sizeof(TChains) > 2)
            {
                value = TOps.Broadcast(ref left, 2);
                c0 = TOps.MultiplyAdd(value, Load(ref right, 2 * stride, 0), c0);
                if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, Load(ref right, 2 * stride, 1), c1); }
                if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, Load(ref right, 2 * stride, 2), c2); }
                value = TOps.Broadcast(ref left, 3);
                d0 = TOps.MultiplyAdd(value, Load(ref right, 3 * stride, 0), d0);
                if (sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(value, Load(ref right, 3 * stride, 1), d1); }
                if (sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(value, Load(ref right, 3 * stride, 2), d2); }
            }

            left = ref Unsafe.Add(ref left, chains);
            right = ref Unsafe.Add(ref right, chains * stride);
        }

        if (sizeof(TVectors) <= 7 && sizeof(TChains) > 1)
        {
            if (depth % chains > 0)
            {
                var value = TOps.Broadcast(ref left, 0);
                a0 = TOps.MultiplyAdd(value, Load(ref right, 0), a0);
                if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, Load(ref right, 1), a1); }
                if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, Load(ref right, 2), a2); }
                if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, Load(ref right, 3), a3); }
                if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, Load(ref right, 4), a4); }
                if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, Load(ref right, 5), a5); }
                if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(value, Load(ref right, 6), a6); }
            }

            if (sizeof(TVectors) <= 3 && sizeof(TChains) > 2)
            {
                if (depth % chains > 1)
                {
                    var value = TOps.Broadcast(ref left, 1);
                    b0 = TOps.MultiplyAdd(value, Load(ref right, stride, 0), b0);
                    if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, Load(ref right, stride, 1), b1); }
                    if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, Load(ref right, stride, 2), b2); }
                }

                if (depth % chains > 2)
                {
                    var value = TOps.Broadcast(ref left, 2);
                    c0 = TOps.MultiplyAdd(value, Load(ref right, 2 * stride, 0), c0);
                    if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, Load(ref right, 2 * stride, 1), c1); }
                    if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, Load(ref right, 2 * stride, 2), c2); }
                }

                a0 = TOps.Add(a0, c0); b0 = TOps.Add(b0, d0);
                if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, c1); b1 = TOps.Add(b1, d1); }
                if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, c2); b2 = TOps.Add(b2, d2); }
            }

            a0 = TOps.Add(a0, b0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, b1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, b2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.Add(a3, b3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.Add(a4, b4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.Add(a5, b5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.Add(a6, b6); }
        }

        Store(a0, ref result, 0, ref added, 0, ref shift, ref scale, 0, done);
        if (sizeof(TVectors) > 1) { Store(a1, ref result, 0, ref added, 0, ref shift, ref scale, 1, done); }
        if (sizeof(TVectors) > 2) { Store(a2, ref result, 0, ref added, 0, ref shift, ref scale, 2, done); }
        if (sizeof(TVectors) > 3) { Store(a3, ref result, 0, ref added, 0, ref shift, ref scale, 3, done); }
        if (sizeof(TVectors) > 4) { Store(a4, ref result, 0, ref added, 0, ref shift, ref scale, 4, done); }
        if (sizeof(TVectors) > 5) { Store(a5, ref result, 0, ref added, 0, ref shift, ref scale, 5, done); }
        if (sizeof(TVectors) > 6) { Store(a6, ref result, 0, ref added, 0, ref shift, ref scale, 6, done); }
        if (sizeof(TVectors) > 7) { Store(a7, ref result, 0, ref added, 0, ref shift, ref scale, 7, done); }
        if (sizeof(TVectors) > 8) { Store(a8, ref result, 0, ref added, 0, ref shift, ref scale, 8, done); }
        if (sizeof(TVectors) > 9) { Store(a9, ref result, 0, ref added, 0, ref shift, ref scale, 9, done); }
        if (sizeof(TVectors) > 10) { Store(a10, ref result, 0, ref added, 0, ref shift, ref scale, 10, done); }
        if (sizeof(TVectors) > 11) { Store(a11, ref result, 0, ref added, 0, ref shift, ref scale, 11, done); }
        if (sizeof(TVectors) > 12) { Store(a12, ref result, 0, ref added, 0, ref shift, ref scale, 12, done); }
        if (sizeof(TVectors) > 13) { Store(a13, ref result, 0, ref added, 0, ref shift, ref scale, 13, done); }
        if (sizeof(TVectors) > 14) { Store(a14, ref result, 0, ref added, 0, ref shift, ref scale, 14, done); }
        if (sizeof(TVectors) > 15) { Store(a15, ref result, 0, ref added, 0, ref shift, ref scale, 15, done); }
        if (sizeof(TVectors) > 16) { Store(a16, ref result, 0, ref added, 0, ref shift, ref scale, 16, done); }
        if (sizeof(TVectors) > 17) { Store(a17, ref result, 0, ref added, 0, ref shift, ref scale, 17, done); }
        if (sizeof(TVectors) > 18) { Store(a18, ref result, 0, ref added, 0, ref shift, ref scale, 18, done); }
        if (sizeof(TVectors) > 19) { Store(a19, ref result, 0, ref added, 0, ref shift, ref scale, 19, done); }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector sum, ref float result, nuint row, ref float added, nuint addedRow, ref float shift, ref float scale, nuint vector, nuint done)
    {
        if (typeof(TAddition) == typeof(Epilogue.Alone) || vector >= done)
        {
            Store(sum, ref result, row, ref added, addedRow, ref shift, ref scale, vector);
        }
    }
}

using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>
/// A register tile of two rows and up to 10 vectors, wide because small batches read the right factor from far away: row by row, in the order in which it lies.
/// Where a tile has few vectors, each sum is split into two or four, so that enough of them are in flight.
/// </summary>
internal abstract unsafe class PairTile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TVectors>
    : TileVectors<TVector, TOps, TOperands, TStart, TActivation, TAddition, TVectors>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TOperands : struct, IOperands
    where TVectors : unmanaged
{
    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its rows.</param>
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
        var rowStride = (nuint)TOperands.LeftRowStride;
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default, a8 = default, a9 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default, b8 = default, b9 = default;
        TVector c0 = default, c1 = default, c2 = default;
        TVector d0 = default, d1 = default, d2 = default;
        TVector e0 = default;
        TVector f0 = default;
        TVector g0 = default;
        TVector h0 = default;
        if (typeof(TStart) == typeof(Epilogue.FromBias))
        {
            a0 = b0 = Load(ref shift, 0);
            if (sizeof(TVectors) > 1) { a1 = b1 = Load(ref shift, 1); }
            if (sizeof(TVectors) > 2) { a2 = b2 = Load(ref shift, 2); }
            if (sizeof(TVectors) > 3) { a3 = b3 = Load(ref shift, 3); }
            if (sizeof(TVectors) > 4) { a4 = b4 = Load(ref shift, 4); }
            if (sizeof(TVectors) > 5) { a5 = b5 = Load(ref shift, 5); }
            if (sizeof(TVectors) > 6) { a6 = b6 = Load(ref shift, 6); }
            if (sizeof(TVectors) > 7) { a7 = b7 = Load(ref shift, 7); }
            if (sizeof(TVectors) > 8) { a8 = b8 = Load(ref shift, 8); }
            if (sizeof(TVectors) > 9) { a9 = b9 = Load(ref shift, 9); }
        }

        TVector r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default, r7 = default, r8 = default, r9 = default;
        var chains = sizeof(TVectors) <= 1 ? 4 : sizeof(TVectors) <= 3 ? 2 : (nuint)1;
        for (var k = depth / chains; k != 0; k--)
        {
            r0 = Load(ref right, 0);
            if (sizeof(TVectors) > 1) { r1 = Load(ref right, 1); }
            if (sizeof(TVectors) > 2) { r2 = Load(ref right, 2); }
            if (sizeof(TVectors) > 3) { r3 = Load(ref right, 3); }
            if (sizeof(TVectors) > 4) { r4 = Load(ref right, 4); }
            if (sizeof(TVectors) > 5) { r5 = Load(ref right, 5); }
            if (sizeof(TVectors) > 6) { r6 = Load(ref right, 6); }
            if (sizeof(TVectors) > 7) { r7 = Load(ref right, 7); }
            if (sizeof(TVectors) > 8) { r8 = Load(ref right, 8); }
            if (sizeof(TVectors) > 9) { r9 = Load(ref right, 9); }
            var value = TOps.Broadcast(ref left, 0);
            a0 = TOps.MultiplyAdd(value, r0, a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, r1, a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, r2, a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, r3, a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, r4, a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, r5, a5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(value, r6, a6); }
            if (sizeof(TVectors) > 7) { a7 = TOps.MultiplyAdd(value, r7, a7); }
            if (sizeof(TVectors) > 8) { a8 = TOps.MultiplyAdd(value, r8, a8); }
            if (sizeof(TVectors) > 9) { a9 = TOps.MultiplyAdd(value, r9, a9); }
            value = TOps.Broadcast(ref left, rowStride);
            b0 = TOps.MultiplyAdd(value, r0, b0);
            if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, r1, b1); }
            if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, r2, b2); }
            if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(value, r3, b3); }
            if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(value, r4, b4); }
            if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(value, r5, b5); }
            if (sizeof(TVectors) > 6) { b6 = TOps.MultiplyAdd(value, r6, b6); }
            if (sizeof(TVectors) > 7) { b7 = TOps.MultiplyAdd(value, r7, b7); }
            if (sizeof(TVectors) > 8) { b8 = TOps.MultiplyAdd(value, r8, b8); }
            if (sizeof(TVectors) > 9) { b9 = TOps.MultiplyAdd(value, r9, b9); }
            if (sizeof(TVectors) <= 3)
            {
                r0 = Load(ref right, stride, 0);
                if (sizeof(TVectors) > 1) { r1 = Load(ref right, stride, 1); }
                if (sizeof(TVectors) > 2) { r2 = Load(ref right, stride, 2); }
                value = TOps.Broadcast(ref left, 1);
                c0 = TOps.MultiplyAdd(value, r0, c0);
                if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, r1, c1); }
                if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, r2, c2); }
                value = TOps.Broadcast(ref left, rowStride + 1);
                d0 = TOps.MultiplyAdd(value, r0, d0);
                if (sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(value, r1, d1); }
                if (sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(value, r2, d2); }
            }

            if (sizeof(TVectors) <= 1)
            {
                r0 = Load(ref right, 2 * stride, 0);
                value = TOps.Broadcast(ref left, 2);
                e0 = TOps.MultiplyAdd(value, r0, e0);
                value = TOps.Broadcast(ref left, rowStride + 2);
                f0 = TOps.MultiplyAdd(value, r0, f0);
                r0 = Load(ref right, 3 * stride, 0);
                value = TOps.Broadcast(ref left, 3);
                g0 = TOps.MultiplyAdd(value, r0, g0);
                value = TOps.Broadcast(ref left, rowStride + 3);
                h0 = TOps.MultiplyAdd(value, r0, h0);
            }

            left = ref Unsafe.Add(ref left, chains);
            right = ref Unsafe.Add(ref right, chains * stride);
        }

        if (sizeof(TVectors) <= 3)
        {
            if (depth % chains > 0)
            {
                r0 = Load(ref right, 0);
                if (sizeof(TVectors) > 1) { r1 = Load(ref right, 1); }
                if (sizeof(TVectors) > 2) { r2 = Load(ref right, 2); }
                var value = TOps.Broadcast(ref left, 0);
                a0 = TOps.MultiplyAdd(value, r0, a0);
                if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, r1, a1); }
                if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, r2, a2); }
                value = TOps.Broadcast(ref left, rowStride);
                b0 = TOps.MultiplyAdd(value, r0, b0);
                if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, r1, b1); }
                if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, r2, b2); }
            }

            if (sizeof(TVectors) <= 1)
            {
                if (depth % chains > 1)
                {
                    r0 = Load(ref right, stride, 0);
                    var value = TOps.Broadcast(ref left, 1);
                    c0 = TOps.MultiplyAdd(value, r0, c0);
                    value = TOps.Broadcast(ref left, rowStride + 1);
                    d0 = TOps.MultiplyAdd(value, r0, d0);
                }

                if (depth % chains > 2)
                {
                    r0 = Load(ref right, 2 * stride, 0);
                    var value = TOps.Broadcast(ref left, 2);
                    e0 = TOps.MultiplyAdd(value, r0, e0);
                    value = TOps.Broadcast(ref left, rowStride + 2);
                    f0 = TOps.MultiplyAdd(value, r0, f0);
                }

                a0 = TOps.Add(a0, e0); c0 = TOps.Add(c0, g0);
                b0 = TOps.Add(b0, f0); d0 = TOps.Add(d0, h0);
            }

            a0 = TOps.Add(a0, c0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, c1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, c2); }
            b0 = TOps.Add(b0, d0);
            if (sizeof(TVectors) > 1) { b1 = TOps.Add(b1, d1); }
            if (sizeof(TVectors) > 2) { b2 = TOps.Add(b2, d2); }
        }

        var resultStride = (nuint)TOperands.ResultStride;
        var addedStride = (nuint)TOperands.AddedStride;
        Store(a0, ref result, 0, ref added, 0, ref shift, ref scale, 0, done); Store(b0, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 0, done);
        if (sizeof(TVectors) > 1) { Store(a1, ref result, 0, ref added, 0, ref shift, ref scale, 1, done); Store(b1, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 1, done); }
        if (sizeof(TVectors) > 2) { Store(a2, ref result, 0, ref added, 0, ref shift, ref scale, 2, done); Store(b2, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 2, done); }
        if (sizeof(TVectors) > 3) { Store(a3, ref result, 0, ref added, 0, ref shift, ref scale, 3, done); Store(b3, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 3, done); }
        if (sizeof(TVectors) > 4) { Store(a4, ref result, 0, ref added, 0, ref shift, ref scale, 4, done); Store(b4, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 4, done); }
        if (sizeof(TVectors) > 5) { Store(a5, ref result, 0, ref added, 0, ref shift, ref scale, 5, done); Store(b5, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 5, done); }
        if (sizeof(TVectors) > 6) { Store(a6, ref result, 0, ref added, 0, ref shift, ref scale, 6, done); Store(b6, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 6, done); }
        if (sizeof(TVectors) > 7) { Store(a7, ref result, 0, ref added, 0, ref shift, ref scale, 7, done); Store(b7, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 7, done); }
        if (sizeof(TVectors) > 8) { Store(a8, ref result, 0, ref added, 0, ref shift, ref scale, 8, done); Store(b8, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 8, done); }
        if (sizeof(TVectors) > 9) { Store(a9, ref result, 0, ref added, 0, ref shift, ref scale, 9, done); Store(b9, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 9, done); }
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

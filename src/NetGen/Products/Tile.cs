using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>
/// A register tile of up to 12 rows and 6 vectors: an accumulator for each vector of each row, a loop over the summands that loads each vector of the right factor
/// once and broadcasts each value of the left one, and an epilogue. The sizes of <typeparamref name="TRows"/> and <typeparamref name="TVectors"/> are known while
/// the body is read: of all that is written here, only the tile's own part is compiled. There are accumulators for every tile that fits 32 registers.
/// </summary>
internal abstract unsafe class Tile<TVector, TOps, TOperands, TStart, TActivation, TAddition, TRows, TVectors>
    : TileVectors<TVector, TOps, TOperands, TStart, TActivation, TAddition, TVectors>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TOperands : struct, IOperands
    where TRows : unmanaged
    where TVectors : unmanaged
{
    // About as long as a line takes from beyond the second-level cache, at two multiply-adds a cycle.
    private const int MultiplyAddsAhead = 768;

    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its rows.</param>
    /// <param name="right">The first vector of its columns.</param>
    /// <param name="result">Where its first element goes.</param>
    /// <param name="depth">Summands, at least 1.</param>
    /// <param name="shift">The bias or shift of its first column; unused without one.</param>
    /// <param name="added">What is added to its first element; a null reference where nothing is.</param>
    /// <param name="scale">The scale of its first column; unused without one.</param>
    /// <param name="ahead">How far what another tile will need lies beyond the right factor, floats.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref float left, ref float right, ref float result, nuint depth, ref float shift, ref float added, ref float scale, nuint ahead)
    {
        var rowStride = (nuint)TOperands.LeftRowStride;
        var rightStride = TOperands.RightStride == 0 ? (nuint)sizeof(TVectors) * Lanes : (nuint)TOperands.RightStride;
        TVector r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default;
        if (typeof(TStart) == typeof(Epilogue.FromBias))
        {
            r0 = Load(ref shift, 0);
            if (sizeof(TVectors) > 1) { r1 = Load(ref shift, 1); }
            if (sizeof(TVectors) > 2) { r2 = Load(ref shift, 2); }
            if (sizeof(TVectors) > 3) { r3 = Load(ref shift, 3); }
            if (sizeof(TVectors) > 4) { r4 = Load(ref shift, 4); }
            if (sizeof(TVectors) > 5) { r5 = Load(ref shift, 5); }
        }

        TVector a0 = r0, b0 = r0, c0 = r0, d0 = r0, e0 = r0, f0 = r0, g0 = r0, h0 = r0, i0 = r0, j0 = r0, k0 = r0, l0 = r0;
        TVector a1 = r1, b1 = r1, c1 = r1, d1 = r1, e1 = r1, f1 = r1, g1 = r1, h1 = r1, i1 = r1, j1 = r1, k1 = r1, l1 = r1;
        TVector a2 = r2, b2 = r2, c2 = r2, d2 = r2, e2 = r2, f2 = r2, g2 = r2, h2 = r2, i2 = r2;
        TVector a3 = r3, b3 = r3, c3 = r3, d3 = r3, e3 = r3, f3 = r3;
        TVector a4 = r4, b4 = r4, c4 = r4, d4 = r4, e4 = r4;
        TVector a5 = r5, b5 = r5, c5 = r5, d5 = r5;
        for (; depth != 0; depth--)
        {
            if (sizeof(TVector) == 64 && TOperands.IsFar)
            {
                FetchAhead(ref right, rightStride, ahead);
            }

            r0 = Load(ref right, 0);
            if (sizeof(TVectors) > 1) { r1 = Load(ref right, 1); }
            if (sizeof(TVectors) > 2) { r2 = Load(ref right, 2); }
            if (sizeof(TVectors) > 3) { r3 = Load(ref right, 3); }
            if (sizeof(TVectors) > 4) { r4 = Load(ref right, 4); }
            if (sizeof(TVectors) > 5) { r5 = Load(ref right, 5); }
            var value = TOps.Broadcast(ref left, 0);
            a0 = TOps.MultiplyAdd(value, r0, a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, r1, a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, r2, a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, r3, a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, r4, a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, r5, a5); }

            if (sizeof(TRows) > 1)
            {
                value = TOps.Broadcast(ref left, rowStride);
                b0 = TOps.MultiplyAdd(value, r0, b0);
                if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, r1, b1); }
                if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, r2, b2); }
                if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(value, r3, b3); }
                if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(value, r4, b4); }
                if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(value, r5, b5); }
            }

            if (sizeof(TRows) > 2)
            {
                value = TOps.Broadcast(ref left, 2 * rowStride);
                c0 = TOps.MultiplyAdd(value, r0, c0);
                if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, r1, c1); }
                if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, r2, c2); }
                if (sizeof(TVectors) > 3) { c3 = TOps.MultiplyAdd(value, r3, c3); }
                if (sizeof(TVectors) > 4) { c4 = TOps.MultiplyAdd(value, r4, c4); }
                if (sizeof(TVectors) > 5) { c5 = TOps.MultiplyAdd(value, r5, c5); }
            }

            if (sizeof(TRows) > 3)
            {
                value = TOps.Broadcast(ref left, 3 * rowStride);
                d0 = TOps.MultiplyAdd(value, r0, d0);
                if (sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(value, r1, d1); }
                if (sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(value, r2, d2); }
                if (sizeof(TVectors) > 3) { d3 = TOps.MultiplyAdd(value, r3, d3); }
                if (sizeof(TVectors) > 4) { d4 = TOps.MultiplyAdd(value, r4, d4); }
                if (sizeof(TVectors) > 5) { d5 = TOps.MultiplyAdd(value, r5, d5); }
            }

            if (sizeof(TRows) > 4)
            {
                value = TOps.Broadcast(ref left, 4 * rowStride);
                e0 = TOps.MultiplyAdd(value, r0, e0);
                if (sizeof(TVectors) > 1) { e1 = TOps.MultiplyAdd(value, r1, e1); }
                if (sizeof(TVectors) > 2) { e2 = TOps.MultiplyAdd(value, r2, e2); }
                if (sizeof(TVectors) > 3) { e3 = TOps.MultiplyAdd(value, r3, e3); }
                if (sizeof(TVectors) > 4) { e4 = TOps.MultiplyAdd(value, r4, e4); }
            }

            if (sizeof(TRows) > 5)
            {
                value = TOps.Broadcast(ref left, 5 * rowStride);
                f0 = TOps.MultiplyAdd(value, r0, f0);
                if (sizeof(TVectors) > 1) { f1 = TOps.MultiplyAdd(value, r1, f1); }
                if (sizeof(TVectors) > 2) { f2 = TOps.MultiplyAdd(value, r2, f2); }
                if (sizeof(TVectors) > 3) { f3 = TOps.MultiplyAdd(value, r3, f3); }
            }

            if (sizeof(TRows) > 6)
            {
                value = TOps.Broadcast(ref left, 6 * rowStride);
                g0 = TOps.MultiplyAdd(value, r0, g0);
                if (sizeof(TVectors) > 1) { g1 = TOps.MultiplyAdd(value, r1, g1); }
                if (sizeof(TVectors) > 2) { g2 = TOps.MultiplyAdd(value, r2, g2); }
            }

            if (sizeof(TRows) > 7)
            {
                value = TOps.Broadcast(ref left, 7 * rowStride);
                h0 = TOps.MultiplyAdd(value, r0, h0);
                if (sizeof(TVectors) > 1) { h1 = TOps.MultiplyAdd(value, r1, h1); }
                if (sizeof(TVectors) > 2) { h2 = TOps.MultiplyAdd(value, r2, h2); }
            }

            if (sizeof(TRows) > 8)
            {
                value = TOps.Broadcast(ref left, 8 * rowStride);
                i0 = TOps.MultiplyAdd(value, r0, i0);
                if (sizeof(TVectors) > 1) { i1 = TOps.MultiplyAdd(value, r1, i1); }
                if (sizeof(TVectors) > 2) { i2 = TOps.MultiplyAdd(value, r2, i2); }
            }

            if (sizeof(TRows) > 9)
            {
                value = TOps.Broadcast(ref left, 9 * rowStride);
                j0 = TOps.MultiplyAdd(value, r0, j0);
                if (sizeof(TVectors) > 1) { j1 = TOps.MultiplyAdd(value, r1, j1); }
            }

            if (sizeof(TRows) > 10)
            {
                value = TOps.Broadcast(ref left, 10 * rowStride);
                k0 = TOps.MultiplyAdd(value, r0, k0);
                if (sizeof(TVectors) > 1) { k1 = TOps.MultiplyAdd(value, r1, k1); }
            }

            if (sizeof(TRows) > 11)
            {
                value = TOps.Broadcast(ref left, 11 * rowStride);
                l0 = TOps.MultiplyAdd(value, r0, l0);
                if (sizeof(TVectors) > 1) { l1 = TOps.MultiplyAdd(value, r1, l1); }
            }

            left = ref Unsafe.Add(ref left, TOperands.LeftDepthStride);
            right = ref Unsafe.Add(ref right, rightStride);
        }

        var addedStride = (nuint)TOperands.AddedStride;
        if ((typeof(TAddition) == typeof(Epilogue.Accumulated) || typeof(TAddition) == typeof(Epilogue.AccumulatedCut)) && !Unsafe.IsNullRef(ref added))
        {
            a0 = Accumulate(a0, ref added, 0, 0);
            if (sizeof(TVectors) > 1) { a1 = Accumulate(a1, ref added, 0, 1); }
            if (sizeof(TVectors) > 2) { a2 = Accumulate(a2, ref added, 0, 2); }
            if (sizeof(TVectors) > 3) { a3 = Accumulate(a3, ref added, 0, 3); }
            if (sizeof(TVectors) > 4) { a4 = Accumulate(a4, ref added, 0, 4); }
            if (sizeof(TVectors) > 5) { a5 = Accumulate(a5, ref added, 0, 5); }

            if (sizeof(TRows) > 1)
            {
                b0 = Accumulate(b0, ref added, addedStride, 0);
                if (sizeof(TVectors) > 1) { b1 = Accumulate(b1, ref added, addedStride, 1); }
                if (sizeof(TVectors) > 2) { b2 = Accumulate(b2, ref added, addedStride, 2); }
                if (sizeof(TVectors) > 3) { b3 = Accumulate(b3, ref added, addedStride, 3); }
                if (sizeof(TVectors) > 4) { b4 = Accumulate(b4, ref added, addedStride, 4); }
                if (sizeof(TVectors) > 5) { b5 = Accumulate(b5, ref added, addedStride, 5); }
            }

            if (sizeof(TRows) > 2)
            {
                c0 = Accumulate(c0, ref added, 2 * addedStride, 0);
                if (sizeof(TVectors) > 1) { c1 = Accumulate(c1, ref added, 2 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { c2 = Accumulate(c2, ref added, 2 * addedStride, 2); }
                if (sizeof(TVectors) > 3) { c3 = Accumulate(c3, ref added, 2 * addedStride, 3); }
                if (sizeof(TVectors) > 4) { c4 = Accumulate(c4, ref added, 2 * addedStride, 4); }
                if (sizeof(TVectors) > 5) { c5 = Accumulate(c5, ref added, 2 * addedStride, 5); }
            }

            if (sizeof(TRows) > 3)
            {
                d0 = Accumulate(d0, ref added, 3 * addedStride, 0);
                if (sizeof(TVectors) > 1) { d1 = Accumulate(d1, ref added, 3 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { d2 = Accumulate(d2, ref added, 3 * addedStride, 2); }
                if (sizeof(TVectors) > 3) { d3 = Accumulate(d3, ref added, 3 * addedStride, 3); }
                if (sizeof(TVectors) > 4) { d4 = Accumulate(d4, ref added, 3 * addedStride, 4); }
                if (sizeof(TVectors) > 5) { d5 = Accumulate(d5, ref added, 3 * addedStride, 5); }
            }

            if (sizeof(TRows) > 4)
            {
                e0 = Accumulate(e0, ref added, 4 * addedStride, 0);
                if (sizeof(TVectors) > 1) { e1 = Accumulate(e1, ref added, 4 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { e2 = Accumulate(e2, ref added, 4 * addedStride, 2); }
                if (sizeof(TVectors) > 3) { e3 = Accumulate(e3, ref added, 4 * addedStride, 3); }
                if (sizeof(TVectors) > 4) { e4 = Accumulate(e4, ref added, 4 * addedStride, 4); }
            }

            if (sizeof(TRows) > 5)
            {
                f0 = Accumulate(f0, ref added, 5 * addedStride, 0);
                if (sizeof(TVectors) > 1) { f1 = Accumulate(f1, ref added, 5 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { f2 = Accumulate(f2, ref added, 5 * addedStride, 2); }
                if (sizeof(TVectors) > 3) { f3 = Accumulate(f3, ref added, 5 * addedStride, 3); }
            }

            if (sizeof(TRows) > 6)
            {
                g0 = Accumulate(g0, ref added, 6 * addedStride, 0);
                if (sizeof(TVectors) > 1) { g1 = Accumulate(g1, ref added, 6 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { g2 = Accumulate(g2, ref added, 6 * addedStride, 2); }
            }

            if (sizeof(TRows) > 7)
            {
                h0 = Accumulate(h0, ref added, 7 * addedStride, 0);
                if (sizeof(TVectors) > 1) { h1 = Accumulate(h1, ref added, 7 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { h2 = Accumulate(h2, ref added, 7 * addedStride, 2); }
            }

            if (sizeof(TRows) > 8)
            {
                i0 = Accumulate(i0, ref added, 8 * addedStride, 0);
                if (sizeof(TVectors) > 1) { i1 = Accumulate(i1, ref added, 8 * addedStride, 1); }
                if (sizeof(TVectors) > 2) { i2 = Accumulate(i2, ref added, 8 * addedStride, 2); }
            }

            if (sizeof(TRows) > 9)
            {
                j0 = Accumulate(j0, ref added, 9 * addedStride, 0);
                if (sizeof(TVectors) > 1) { j1 = Accumulate(j1, ref added, 9 * addedStride, 1); }
            }

            if (sizeof(TRows) > 10)
            {
                k0 = Accumulate(k0, ref added, 10 * addedStride, 0);
                if (sizeof(TVectors) > 1) { k1 = Accumulate(k1, ref added, 10 * addedStride, 1); }
            }

            if (sizeof(TRows) > 11)
            {
                l0 = Accumulate(l0, ref added, 11 * addedStride, 0);
                if (sizeof(TVectors) > 1) { l1 = Accumulate(l1, ref added, 11 * addedStride, 1); }
            }
        }

        var resultStride = (nuint)TOperands.ResultStride;
        Store(a0, ref result, 0, ref added, 0, ref shift, ref scale, 0);
        if (sizeof(TVectors) > 1) { Store(a1, ref result, 0, ref added, 0, ref shift, ref scale, 1); }
        if (sizeof(TVectors) > 2) { Store(a2, ref result, 0, ref added, 0, ref shift, ref scale, 2); }
        if (sizeof(TVectors) > 3) { Store(a3, ref result, 0, ref added, 0, ref shift, ref scale, 3); }
        if (sizeof(TVectors) > 4) { Store(a4, ref result, 0, ref added, 0, ref shift, ref scale, 4); }
        if (sizeof(TVectors) > 5) { Store(a5, ref result, 0, ref added, 0, ref shift, ref scale, 5); }

        if (sizeof(TRows) > 1)
        {
            Store(b0, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(b1, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(b2, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 2); }
            if (sizeof(TVectors) > 3) { Store(b3, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 3); }
            if (sizeof(TVectors) > 4) { Store(b4, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 4); }
            if (sizeof(TVectors) > 5) { Store(b5, ref result, resultStride, ref added, addedStride, ref shift, ref scale, 5); }
        }

        if (sizeof(TRows) > 2)
        {
            Store(c0, ref result, 2 * resultStride, ref added, 2 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(c1, ref result, 2 * resultStride, ref added, 2 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(c2, ref result, 2 * resultStride, ref added, 2 * addedStride, ref shift, ref scale, 2); }
            if (sizeof(TVectors) > 3) { Store(c3, ref result, 2 * resultStride, ref added, 2 * addedStride, ref shift, ref scale, 3); }
            if (sizeof(TVectors) > 4) { Store(c4, ref result, 2 * resultStride, ref added, 2 * addedStride, ref shift, ref scale, 4); }
            if (sizeof(TVectors) > 5) { Store(c5, ref result, 2 * resultStride, ref added, 2 * addedStride, ref shift, ref scale, 5); }
        }

        if (sizeof(TRows) > 3)
        {
            Store(d0, ref result, 3 * resultStride, ref added, 3 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(d1, ref result, 3 * resultStride, ref added, 3 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(d2, ref result, 3 * resultStride, ref added, 3 * addedStride, ref shift, ref scale, 2); }
            if (sizeof(TVectors) > 3) { Store(d3, ref result, 3 * resultStride, ref added, 3 * addedStride, ref shift, ref scale, 3); }
            if (sizeof(TVectors) > 4) { Store(d4, ref result, 3 * resultStride, ref added, 3 * addedStride, ref shift, ref scale, 4); }
            if (sizeof(TVectors) > 5) { Store(d5, ref result, 3 * resultStride, ref added, 3 * addedStride, ref shift, ref scale, 5); }
        }

        if (sizeof(TRows) > 4)
        {
            Store(e0, ref result, 4 * resultStride, ref added, 4 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(e1, ref result, 4 * resultStride, ref added, 4 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(e2, ref result, 4 * resultStride, ref added, 4 * addedStride, ref shift, ref scale, 2); }
            if (sizeof(TVectors) > 3) { Store(e3, ref result, 4 * resultStride, ref added, 4 * addedStride, ref shift, ref scale, 3); }
            if (sizeof(TVectors) > 4) { Store(e4, ref result, 4 * resultStride, ref added, 4 * addedStride, ref shift, ref scale, 4); }
        }

        if (sizeof(TRows) > 5)
        {
            Store(f0, ref result, 5 * resultStride, ref added, 5 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(f1, ref result, 5 * resultStride, ref added, 5 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(f2, ref result, 5 * resultStride, ref added, 5 * addedStride, ref shift, ref scale, 2); }
            if (sizeof(TVectors) > 3) { Store(f3, ref result, 5 * resultStride, ref added, 5 * addedStride, ref shift, ref scale, 3); }
        }

        if (sizeof(TRows) > 6)
        {
            Store(g0, ref result, 6 * resultStride, ref added, 6 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(g1, ref result, 6 * resultStride, ref added, 6 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(g2, ref result, 6 * resultStride, ref added, 6 * addedStride, ref shift, ref scale, 2); }
        }

        if (sizeof(TRows) > 7)
        {
            Store(h0, ref result, 7 * resultStride, ref added, 7 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(h1, ref result, 7 * resultStride, ref added, 7 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(h2, ref result, 7 * resultStride, ref added, 7 * addedStride, ref shift, ref scale, 2); }
        }

        if (sizeof(TRows) > 8)
        {
            Store(i0, ref result, 8 * resultStride, ref added, 8 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(i1, ref result, 8 * resultStride, ref added, 8 * addedStride, ref shift, ref scale, 1); }
            if (sizeof(TVectors) > 2) { Store(i2, ref result, 8 * resultStride, ref added, 8 * addedStride, ref shift, ref scale, 2); }
        }

        if (sizeof(TRows) > 9)
        {
            Store(j0, ref result, 9 * resultStride, ref added, 9 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(j1, ref result, 9 * resultStride, ref added, 9 * addedStride, ref shift, ref scale, 1); }
        }

        if (sizeof(TRows) > 10)
        {
            Store(k0, ref result, 10 * resultStride, ref added, 10 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(k1, ref result, 10 * resultStride, ref added, 10 * addedStride, ref shift, ref scale, 1); }
        }

        if (sizeof(TRows) > 11)
        {
            Store(l0, ref result, 11 * resultStride, ref added, 11 * addedStride, ref shift, ref scale, 0);
            if (sizeof(TVectors) > 1) { Store(l1, ref result, 11 * resultStride, ref added, 11 * addedStride, ref shift, ref scale, 1); }
        }
    }

    // What this tile will multiply soon, into the first-level cache, and a line a summand of what another strip of columns will need, into any cache: rows of the
    // right factor lie too far apart for the processor to foresee the next one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchAhead(ref float right, nuint rightStride, nuint ahead)
    {
        var soon = (nuint)(MultiplyAddsAhead / (sizeof(TRows) * sizeof(TVectors))) * rightStride;
        Prefetch.Line(ref right, ahead);
        Prefetch.Line(ref right, soon);
        if (sizeof(TVectors) > 1) { Prefetch.Line(ref right, soon + 16); }
        if (sizeof(TVectors) > 2) { Prefetch.Line(ref right, soon + 32); }
        if (sizeof(TVectors) > 3) { Prefetch.Line(ref right, soon + 48); }
        if (sizeof(TVectors) > 4) { Prefetch.Line(ref right, soon + 64); }
        if (sizeof(TVectors) > 5) { Prefetch.Line(ref right, soon + 80); }
    }
}

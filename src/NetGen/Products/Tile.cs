using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>
/// A register tile of up to 12 rows and 6 vectors: an accumulator for each vector of each row, a loop over the summands that loads each vector of the right factor
/// once and broadcasts each value of the left one, and an epilogue. The sizes of <typeparamref name="TRows"/> and <typeparamref name="TVectors"/> are known while
/// the body is read: of all that is written here, only the tile's own part is compiled. There are accumulators for every tile that fits 32 registers.
/// </summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TOps">What is done to them.</typeparam>
/// <typeparam name="TShape">The sizes.</typeparam>
/// <typeparam name="TSource">Where the right factor is, a <see cref="Source"/>.</typeparam>
/// <typeparam name="TStart">A start of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TActivation">An activation of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TAddition">An addition of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TRows">Rows, a <see cref="Size"/>.</typeparam>
/// <typeparam name="TVectors">Vectors of each, likewise.</typeparam>
internal static unsafe class Tile<TVector, TOps, TShape, TSource, TStart, TActivation, TAddition, TRows, TVectors>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TShape : struct, IProductShape
    where TRows : unmanaged
    where TVectors : unmanaged
{
    // About as long as a line takes from beyond the second-level cache, at two multiply-adds a cycle.
    private const int MultiplyAddsAhead = 768;

    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its rows.</param>
    /// <param name="right">The first vector of its columns.</param>
    /// <param name="result">Where its first element goes.</param>
    /// <param name="shift">The bias or shift of its first column; unused without one.</param>
    /// <param name="added">What is added to its first element; unused where nothing is.</param>
    /// <param name="scale">The scale of its first column; unused without one.</param>
    /// <param name="ahead">How far what another tile will need lies beyond the right factor, floats.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, nuint ahead)
    {
        var size = (nuint)sizeof(TVector);
        var rowStride = (nuint)TShape.LeftStride;
        var rightStride = (nuint)sizeof(TVectors) * size;
        if (typeof(TSource) == typeof(Source.Matrix))
        {
            rightStride = (nuint)TShape.RightStride * sizeof(float);
        }

        TVector r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default;
        if (typeof(TStart) == typeof(Epilogue.FromBias))
        {
            ref var bias = ref Unsafe.As<float, byte>(ref shift);
            r0 = Unsafe.ReadUnaligned<TVector>(ref bias);
            if (sizeof(TVectors) > 1) { r1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, size)); }
            if (sizeof(TVectors) > 2) { r2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 2 * size)); }
            if (sizeof(TVectors) > 3) { r3 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 3 * size)); }
            if (sizeof(TVectors) > 4) { r4 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 4 * size)); }
            if (sizeof(TVectors) > 5) { r5 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 5 * size)); }
        }

        TVector a0 = r0, b0 = r0, c0 = r0, d0 = r0, e0 = r0, f0 = r0, g0 = r0, h0 = r0, i0 = r0, j0 = r0, k0 = r0, l0 = r0;
        TVector a1 = r1, b1 = r1, c1 = r1, d1 = r1, e1 = r1, f1 = r1, g1 = r1, h1 = r1, i1 = r1, j1 = r1, k1 = r1, l1 = r1;
        TVector a2 = r2, b2 = r2, c2 = r2, d2 = r2, e2 = r2, f2 = r2, g2 = r2, h2 = r2, i2 = r2;
        TVector a3 = r3, b3 = r3, c3 = r3, d3 = r3, e3 = r3, f3 = r3;
        TVector a4 = r4, b4 = r4, c4 = r4, d4 = r4, e4 = r4;
        TVector a5 = r5, b5 = r5, c5 = r5, d5 = r5;
        ref var from = ref Unsafe.As<float, byte>(ref right);
        for (var k = (nuint)TShape.Depth; k != 0; k--)
        {
            if (sizeof(TVector) == 64 && TShape.IsFar)
            {
                // What this tile will multiply soon, into the first-level cache, and a line a summand of what another strip of columns will need, into any cache:
                // rows of the right factor lie too far apart for the processor to foresee the next one.
                var soon = (nuint)(MultiplyAddsAhead / (sizeof(TRows) * sizeof(TVectors))) * rightStride / sizeof(float);
                ref var line = ref Unsafe.As<byte, float>(ref from);
                Prefetch.Line(ref line, ahead);
                Prefetch.Line(ref line, soon);
                if (sizeof(TVectors) > 1) { Prefetch.Line(ref line, soon + 16); }
                if (sizeof(TVectors) > 2) { Prefetch.Line(ref line, soon + 32); }
                if (sizeof(TVectors) > 3) { Prefetch.Line(ref line, soon + 48); }
                if (sizeof(TVectors) > 4) { Prefetch.Line(ref line, soon + 64); }
                if (sizeof(TVectors) > 5) { Prefetch.Line(ref line, soon + 80); }
            }

            r0 = Unsafe.ReadUnaligned<TVector>(ref from);
            if (sizeof(TVectors) > 1) { r1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, size)); }
            if (sizeof(TVectors) > 2) { r2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * size)); }
            if (sizeof(TVectors) > 3) { r3 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 3 * size)); }
            if (sizeof(TVectors) > 4) { r4 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 4 * size)); }
            if (sizeof(TVectors) > 5) { r5 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 5 * size)); }
            var value = TOps.Broadcast(ref left, 0);
            a0 = TOps.MultiplyAdd(value, r0, a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, r1, a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, r2, a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, r3, a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, r4, a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, r5, a5); }
            if (sizeof(TRows) == 1) { goto multiplied; }
            value = TOps.Broadcast(ref left, rowStride);
            b0 = TOps.MultiplyAdd(value, r0, b0);
            if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, r1, b1); }
            if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, r2, b2); }
            if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(value, r3, b3); }
            if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(value, r4, b4); }
            if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(value, r5, b5); }
            if (sizeof(TRows) == 2) { goto multiplied; }
            value = TOps.Broadcast(ref left, 2 * rowStride);
            c0 = TOps.MultiplyAdd(value, r0, c0);
            if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, r1, c1); }
            if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, r2, c2); }
            if (sizeof(TVectors) > 3) { c3 = TOps.MultiplyAdd(value, r3, c3); }
            if (sizeof(TVectors) > 4) { c4 = TOps.MultiplyAdd(value, r4, c4); }
            if (sizeof(TVectors) > 5) { c5 = TOps.MultiplyAdd(value, r5, c5); }
            if (sizeof(TRows) == 3) { goto multiplied; }
            value = TOps.Broadcast(ref left, 3 * rowStride);
            d0 = TOps.MultiplyAdd(value, r0, d0);
            if (sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(value, r1, d1); }
            if (sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(value, r2, d2); }
            if (sizeof(TVectors) > 3) { d3 = TOps.MultiplyAdd(value, r3, d3); }
            if (sizeof(TVectors) > 4) { d4 = TOps.MultiplyAdd(value, r4, d4); }
            if (sizeof(TVectors) > 5) { d5 = TOps.MultiplyAdd(value, r5, d5); }
            if (sizeof(TRows) == 4) { goto multiplied; }
            value = TOps.Broadcast(ref left, 4 * rowStride);
            e0 = TOps.MultiplyAdd(value, r0, e0);
            if (sizeof(TVectors) > 1) { e1 = TOps.MultiplyAdd(value, r1, e1); }
            if (sizeof(TVectors) > 2) { e2 = TOps.MultiplyAdd(value, r2, e2); }
            if (sizeof(TVectors) > 3) { e3 = TOps.MultiplyAdd(value, r3, e3); }
            if (sizeof(TVectors) > 4) { e4 = TOps.MultiplyAdd(value, r4, e4); }
            if (sizeof(TRows) == 5) { goto multiplied; }
            value = TOps.Broadcast(ref left, 5 * rowStride);
            f0 = TOps.MultiplyAdd(value, r0, f0);
            if (sizeof(TVectors) > 1) { f1 = TOps.MultiplyAdd(value, r1, f1); }
            if (sizeof(TVectors) > 2) { f2 = TOps.MultiplyAdd(value, r2, f2); }
            if (sizeof(TVectors) > 3) { f3 = TOps.MultiplyAdd(value, r3, f3); }
            if (sizeof(TRows) == 6) { goto multiplied; }
            value = TOps.Broadcast(ref left, 6 * rowStride);
            g0 = TOps.MultiplyAdd(value, r0, g0);
            if (sizeof(TVectors) > 1) { g1 = TOps.MultiplyAdd(value, r1, g1); }
            if (sizeof(TVectors) > 2) { g2 = TOps.MultiplyAdd(value, r2, g2); }
            if (sizeof(TRows) == 7) { goto multiplied; }
            value = TOps.Broadcast(ref left, 7 * rowStride);
            h0 = TOps.MultiplyAdd(value, r0, h0);
            if (sizeof(TVectors) > 1) { h1 = TOps.MultiplyAdd(value, r1, h1); }
            if (sizeof(TVectors) > 2) { h2 = TOps.MultiplyAdd(value, r2, h2); }
            if (sizeof(TRows) == 8) { goto multiplied; }
            value = TOps.Broadcast(ref left, 8 * rowStride);
            i0 = TOps.MultiplyAdd(value, r0, i0);
            if (sizeof(TVectors) > 1) { i1 = TOps.MultiplyAdd(value, r1, i1); }
            if (sizeof(TVectors) > 2) { i2 = TOps.MultiplyAdd(value, r2, i2); }
            if (sizeof(TRows) == 9) { goto multiplied; }
            value = TOps.Broadcast(ref left, 9 * rowStride);
            j0 = TOps.MultiplyAdd(value, r0, j0);
            if (sizeof(TVectors) > 1) { j1 = TOps.MultiplyAdd(value, r1, j1); }
            if (sizeof(TRows) == 10) { goto multiplied; }
            value = TOps.Broadcast(ref left, 10 * rowStride);
            k0 = TOps.MultiplyAdd(value, r0, k0);
            if (sizeof(TVectors) > 1) { k1 = TOps.MultiplyAdd(value, r1, k1); }
            if (sizeof(TRows) == 11) { goto multiplied; }
            value = TOps.Broadcast(ref left, 11 * rowStride);
            l0 = TOps.MultiplyAdd(value, r0, l0);
            if (sizeof(TVectors) > 1) { l1 = TOps.MultiplyAdd(value, r1, l1); }
        multiplied:
            left = ref Unsafe.Add(ref left, 1);
            from = ref Unsafe.AddByteOffset(ref from, rightStride);
        }

        if (typeof(TStart) == typeof(Epilogue.Scaled))
        {
            ref var scales = ref Unsafe.As<float, byte>(ref scale);
            ref var shifts = ref Unsafe.As<float, byte>(ref shift);
            r0 = Unsafe.ReadUnaligned<TVector>(ref scales);
            a0 = TOps.MultiplyAdd(a0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts));
            if (sizeof(TRows) > 1) { b0 = TOps.MultiplyAdd(b0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 2) { c0 = TOps.MultiplyAdd(c0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 3) { d0 = TOps.MultiplyAdd(d0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 4) { e0 = TOps.MultiplyAdd(e0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 5) { f0 = TOps.MultiplyAdd(f0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 6) { g0 = TOps.MultiplyAdd(g0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 7) { h0 = TOps.MultiplyAdd(h0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 8) { i0 = TOps.MultiplyAdd(i0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 9) { j0 = TOps.MultiplyAdd(j0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 10) { k0 = TOps.MultiplyAdd(k0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TRows) > 11) { l0 = TOps.MultiplyAdd(l0, r0, Unsafe.ReadUnaligned<TVector>(ref shifts)); }
            if (sizeof(TVectors) > 1) { r1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, size)); }
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(a1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 1 && sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(b1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 2 && sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(c1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 3 && sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(d1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 4 && sizeof(TVectors) > 1) { e1 = TOps.MultiplyAdd(e1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 5 && sizeof(TVectors) > 1) { f1 = TOps.MultiplyAdd(f1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 6 && sizeof(TVectors) > 1) { g1 = TOps.MultiplyAdd(g1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 7 && sizeof(TVectors) > 1) { h1 = TOps.MultiplyAdd(h1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 8 && sizeof(TVectors) > 1) { i1 = TOps.MultiplyAdd(i1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 9 && sizeof(TVectors) > 1) { j1 = TOps.MultiplyAdd(j1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 10 && sizeof(TVectors) > 1) { k1 = TOps.MultiplyAdd(k1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TRows) > 11 && sizeof(TVectors) > 1) { l1 = TOps.MultiplyAdd(l1, r1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TVectors) > 2) { r2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 2 * size)); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(a2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 1 && sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(b2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 2 && sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(c2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 3 && sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(d2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 4 && sizeof(TVectors) > 2) { e2 = TOps.MultiplyAdd(e2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 5 && sizeof(TVectors) > 2) { f2 = TOps.MultiplyAdd(f2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 6 && sizeof(TVectors) > 2) { g2 = TOps.MultiplyAdd(g2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 7 && sizeof(TVectors) > 2) { h2 = TOps.MultiplyAdd(h2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TRows) > 8 && sizeof(TVectors) > 2) { i2 = TOps.MultiplyAdd(i2, r2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TVectors) > 3) { r3 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 3 * size)); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(a3, r3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TRows) > 1 && sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(b3, r3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TRows) > 2 && sizeof(TVectors) > 3) { c3 = TOps.MultiplyAdd(c3, r3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TRows) > 3 && sizeof(TVectors) > 3) { d3 = TOps.MultiplyAdd(d3, r3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TRows) > 4 && sizeof(TVectors) > 3) { e3 = TOps.MultiplyAdd(e3, r3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TRows) > 5 && sizeof(TVectors) > 3) { f3 = TOps.MultiplyAdd(f3, r3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TVectors) > 4) { r4 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 4 * size)); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(a4, r4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TRows) > 1 && sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(b4, r4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TRows) > 2 && sizeof(TVectors) > 4) { c4 = TOps.MultiplyAdd(c4, r4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TRows) > 3 && sizeof(TVectors) > 4) { d4 = TOps.MultiplyAdd(d4, r4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TRows) > 4 && sizeof(TVectors) > 4) { e4 = TOps.MultiplyAdd(e4, r4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TVectors) > 5) { r5 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 5 * size)); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(a5, r5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
            if (sizeof(TRows) > 1 && sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(b5, r5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
            if (sizeof(TRows) > 2 && sizeof(TVectors) > 5) { c5 = TOps.MultiplyAdd(c5, r5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
            if (sizeof(TRows) > 3 && sizeof(TVectors) > 5) { d5 = TOps.MultiplyAdd(d5, r5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
        }

        if (typeof(TActivation) == typeof(Epilogue.Rectified))
        {
            a0 = TOps.Rectify(a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Rectify(a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Rectify(a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.Rectify(a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.Rectify(a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.Rectify(a5); }
            if (sizeof(TRows) == 1) { goto rectified; }
            b0 = TOps.Rectify(b0);
            if (sizeof(TVectors) > 1) { b1 = TOps.Rectify(b1); }
            if (sizeof(TVectors) > 2) { b2 = TOps.Rectify(b2); }
            if (sizeof(TVectors) > 3) { b3 = TOps.Rectify(b3); }
            if (sizeof(TVectors) > 4) { b4 = TOps.Rectify(b4); }
            if (sizeof(TVectors) > 5) { b5 = TOps.Rectify(b5); }
            if (sizeof(TRows) == 2) { goto rectified; }
            c0 = TOps.Rectify(c0);
            if (sizeof(TVectors) > 1) { c1 = TOps.Rectify(c1); }
            if (sizeof(TVectors) > 2) { c2 = TOps.Rectify(c2); }
            if (sizeof(TVectors) > 3) { c3 = TOps.Rectify(c3); }
            if (sizeof(TVectors) > 4) { c4 = TOps.Rectify(c4); }
            if (sizeof(TVectors) > 5) { c5 = TOps.Rectify(c5); }
            if (sizeof(TRows) == 3) { goto rectified; }
            d0 = TOps.Rectify(d0);
            if (sizeof(TVectors) > 1) { d1 = TOps.Rectify(d1); }
            if (sizeof(TVectors) > 2) { d2 = TOps.Rectify(d2); }
            if (sizeof(TVectors) > 3) { d3 = TOps.Rectify(d3); }
            if (sizeof(TVectors) > 4) { d4 = TOps.Rectify(d4); }
            if (sizeof(TVectors) > 5) { d5 = TOps.Rectify(d5); }
            if (sizeof(TRows) == 4) { goto rectified; }
            e0 = TOps.Rectify(e0);
            if (sizeof(TVectors) > 1) { e1 = TOps.Rectify(e1); }
            if (sizeof(TVectors) > 2) { e2 = TOps.Rectify(e2); }
            if (sizeof(TVectors) > 3) { e3 = TOps.Rectify(e3); }
            if (sizeof(TVectors) > 4) { e4 = TOps.Rectify(e4); }
            if (sizeof(TRows) == 5) { goto rectified; }
            f0 = TOps.Rectify(f0);
            if (sizeof(TVectors) > 1) { f1 = TOps.Rectify(f1); }
            if (sizeof(TVectors) > 2) { f2 = TOps.Rectify(f2); }
            if (sizeof(TVectors) > 3) { f3 = TOps.Rectify(f3); }
            if (sizeof(TRows) == 6) { goto rectified; }
            g0 = TOps.Rectify(g0);
            if (sizeof(TVectors) > 1) { g1 = TOps.Rectify(g1); }
            if (sizeof(TVectors) > 2) { g2 = TOps.Rectify(g2); }
            if (sizeof(TRows) == 7) { goto rectified; }
            h0 = TOps.Rectify(h0);
            if (sizeof(TVectors) > 1) { h1 = TOps.Rectify(h1); }
            if (sizeof(TVectors) > 2) { h2 = TOps.Rectify(h2); }
            if (sizeof(TRows) == 8) { goto rectified; }
            i0 = TOps.Rectify(i0);
            if (sizeof(TVectors) > 1) { i1 = TOps.Rectify(i1); }
            if (sizeof(TVectors) > 2) { i2 = TOps.Rectify(i2); }
            if (sizeof(TRows) == 9) { goto rectified; }
            j0 = TOps.Rectify(j0);
            if (sizeof(TVectors) > 1) { j1 = TOps.Rectify(j1); }
            if (sizeof(TRows) == 10) { goto rectified; }
            k0 = TOps.Rectify(k0);
            if (sizeof(TVectors) > 1) { k1 = TOps.Rectify(k1); }
            if (sizeof(TRows) == 11) { goto rectified; }
            l0 = TOps.Rectify(l0);
            if (sizeof(TVectors) > 1) { l1 = TOps.Rectify(l1); }
        }
        rectified:
        if (typeof(TAddition) == typeof(Epilogue.Added))
        {
            ref var terms = ref Unsafe.As<float, byte>(ref added);
            var addedStride = (nuint)TShape.AddedStride * sizeof(float);
            a0 = TOps.Add(a0, Unsafe.ReadUnaligned<TVector>(ref terms));
            if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, size))); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 2 * size))); }
            if (sizeof(TVectors) > 3) { a3 = TOps.Add(a3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 3 * size))); }
            if (sizeof(TVectors) > 4) { a4 = TOps.Add(a4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 4 * size))); }
            if (sizeof(TVectors) > 5) { a5 = TOps.Add(a5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 5 * size))); }
            if (sizeof(TRows) == 1) { goto finished; }
            b0 = TOps.Add(b0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride)));
            if (sizeof(TVectors) > 1) { b1 = TOps.Add(b1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + size))); }
            if (sizeof(TVectors) > 2) { b2 = TOps.Add(b2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (2 * size)))); }
            if (sizeof(TVectors) > 3) { b3 = TOps.Add(b3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (3 * size)))); }
            if (sizeof(TVectors) > 4) { b4 = TOps.Add(b4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (4 * size)))); }
            if (sizeof(TVectors) > 5) { b5 = TOps.Add(b5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (5 * size)))); }
            if (sizeof(TRows) == 2) { goto finished; }
            c0 = TOps.Add(c0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 2 * addedStride)));
            if (sizeof(TVectors) > 1) { c1 = TOps.Add(c1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (2 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { c2 = TOps.Add(c2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (2 * addedStride) + (2 * size)))); }
            if (sizeof(TVectors) > 3) { c3 = TOps.Add(c3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (2 * addedStride) + (3 * size)))); }
            if (sizeof(TVectors) > 4) { c4 = TOps.Add(c4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (2 * addedStride) + (4 * size)))); }
            if (sizeof(TVectors) > 5) { c5 = TOps.Add(c5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (2 * addedStride) + (5 * size)))); }
            if (sizeof(TRows) == 3) { goto finished; }
            d0 = TOps.Add(d0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 3 * addedStride)));
            if (sizeof(TVectors) > 1) { d1 = TOps.Add(d1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (3 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { d2 = TOps.Add(d2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (3 * addedStride) + (2 * size)))); }
            if (sizeof(TVectors) > 3) { d3 = TOps.Add(d3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (3 * addedStride) + (3 * size)))); }
            if (sizeof(TVectors) > 4) { d4 = TOps.Add(d4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (3 * addedStride) + (4 * size)))); }
            if (sizeof(TVectors) > 5) { d5 = TOps.Add(d5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (3 * addedStride) + (5 * size)))); }
            if (sizeof(TRows) == 4) { goto finished; }
            e0 = TOps.Add(e0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 4 * addedStride)));
            if (sizeof(TVectors) > 1) { e1 = TOps.Add(e1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (4 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { e2 = TOps.Add(e2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (4 * addedStride) + (2 * size)))); }
            if (sizeof(TVectors) > 3) { e3 = TOps.Add(e3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (4 * addedStride) + (3 * size)))); }
            if (sizeof(TVectors) > 4) { e4 = TOps.Add(e4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (4 * addedStride) + (4 * size)))); }
            if (sizeof(TRows) == 5) { goto finished; }
            f0 = TOps.Add(f0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 5 * addedStride)));
            if (sizeof(TVectors) > 1) { f1 = TOps.Add(f1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (5 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { f2 = TOps.Add(f2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (5 * addedStride) + (2 * size)))); }
            if (sizeof(TVectors) > 3) { f3 = TOps.Add(f3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (5 * addedStride) + (3 * size)))); }
            if (sizeof(TRows) == 6) { goto finished; }
            g0 = TOps.Add(g0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 6 * addedStride)));
            if (sizeof(TVectors) > 1) { g1 = TOps.Add(g1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (6 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { g2 = TOps.Add(g2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (6 * addedStride) + (2 * size)))); }
            if (sizeof(TRows) == 7) { goto finished; }
            h0 = TOps.Add(h0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 7 * addedStride)));
            if (sizeof(TVectors) > 1) { h1 = TOps.Add(h1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (7 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { h2 = TOps.Add(h2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (7 * addedStride) + (2 * size)))); }
            if (sizeof(TRows) == 8) { goto finished; }
            i0 = TOps.Add(i0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 8 * addedStride)));
            if (sizeof(TVectors) > 1) { i1 = TOps.Add(i1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (8 * addedStride) + size))); }
            if (sizeof(TVectors) > 2) { i2 = TOps.Add(i2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (8 * addedStride) + (2 * size)))); }
            if (sizeof(TRows) == 9) { goto finished; }
            j0 = TOps.Add(j0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 9 * addedStride)));
            if (sizeof(TVectors) > 1) { j1 = TOps.Add(j1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (9 * addedStride) + size))); }
            if (sizeof(TRows) == 10) { goto finished; }
            k0 = TOps.Add(k0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 10 * addedStride)));
            if (sizeof(TVectors) > 1) { k1 = TOps.Add(k1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (10 * addedStride) + size))); }
            if (sizeof(TRows) == 11) { goto finished; }
            l0 = TOps.Add(l0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 11 * addedStride)));
            if (sizeof(TVectors) > 1) { l1 = TOps.Add(l1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, (11 * addedStride) + size))); }
        }
        finished:
        ref var to = ref Unsafe.As<float, byte>(ref result);
        var resultStride = (nuint)TShape.ResultStride * sizeof(float);
        Unsafe.WriteUnaligned(ref to, a0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, size), a1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 2 * size), a2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 3 * size), a3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 4 * size), a4); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 5 * size), a5); }
        if (sizeof(TRows) == 1) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride), b0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + size), b1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (2 * size)), b2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (3 * size)), b3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (4 * size)), b4); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (5 * size)), b5); }
        if (sizeof(TRows) == 2) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 2 * resultStride), c0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + size), c1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (2 * size)), c2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (3 * size)), c3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (4 * size)), c4); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (5 * size)), c5); }
        if (sizeof(TRows) == 3) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 3 * resultStride), d0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + size), d1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (2 * size)), d2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (3 * size)), d3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (4 * size)), d4); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (5 * size)), d5); }
        if (sizeof(TRows) == 4) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 4 * resultStride), e0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + size), e1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (2 * size)), e2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (3 * size)), e3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (4 * size)), e4); }
        if (sizeof(TRows) == 5) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 5 * resultStride), f0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + size), f1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + (2 * size)), f2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + (3 * size)), f3); }
        if (sizeof(TRows) == 6) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 6 * resultStride), g0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (6 * resultStride) + size), g1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (6 * resultStride) + (2 * size)), g2); }
        if (sizeof(TRows) == 7) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 7 * resultStride), h0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (7 * resultStride) + size), h1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (7 * resultStride) + (2 * size)), h2); }
        if (sizeof(TRows) == 8) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 8 * resultStride), i0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (8 * resultStride) + size), i1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (8 * resultStride) + (2 * size)), i2); }
        if (sizeof(TRows) == 9) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 9 * resultStride), j0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (9 * resultStride) + size), j1); }
        if (sizeof(TRows) == 10) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 10 * resultStride), k0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (10 * resultStride) + size), k1); }
        if (sizeof(TRows) == 11) { goto end; }
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 11 * resultStride), l0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (11 * resultStride) + size), l1); }
        end: ;
    }
}

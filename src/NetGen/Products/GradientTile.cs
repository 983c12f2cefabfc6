using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>
/// A register tile of a weight gradient, of up to 12 rows and 6 vectors, like <see cref="Tile{TVector, TOps, TShape, TSource, TStart, TActivation, TAddition, TRows, TVectors}"/>:
/// its summands are the samples, known at run time only, and it may be added to what is there.
/// </summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TOps">What is done to them.</typeparam>
/// <typeparam name="TShape">The sizes.</typeparam>
/// <typeparam name="TRows">Rows, a <see cref="Size"/>.</typeparam>
/// <typeparam name="TVectors">Vectors of each, likewise.</typeparam>
/// <typeparam name="TCut">1 where all vectors are whole, 2 where the last one is cut.</typeparam>
/// <typeparam name="TTail">Lanes of the last vector that count, where it is cut.</typeparam>
/// <typeparam name="TPanel">Values that follow each other in the copy of the left factor, where there is one.</typeparam>
internal static unsafe class GradientTile<TVector, TOps, TShape, TRows, TVectors, TCut, TTail, TPanel>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TShape : struct, IProductShape
    where TRows : unmanaged
    where TVectors : unmanaged
    where TCut : unmanaged
    where TTail : unmanaged
    where TPanel : unmanaged
{
    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its rows.</param>
    /// <param name="right">The first vector of its columns.</param>
    /// <param name="result">Where its first element goes.</param>
    /// <param name="depth">Summands, at least 1.</param>
    /// <param name="accumulate">Whether the tile is added to what is there.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref float left, ref float right, ref float result, nuint depth, bool accumulate)
    {
        var size = (nuint)sizeof(TVector);
        var leftStride = (nuint)sizeof(TPanel);
        var rightStride = (nuint)sizeof(TVectors) * size;
        if (sizeof(TVector) == 64)
        {
            leftStride = (nuint)TShape.LeftStride;
            rightStride = (nuint)TShape.RightStride * sizeof(float);
        }

        TVector r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default;
        TVector a0 = r0, b0 = r0, c0 = r0, d0 = r0, e0 = r0, f0 = r0, g0 = r0, h0 = r0, i0 = r0, j0 = r0, k0 = r0, l0 = r0;
        TVector a1 = r1, b1 = r1, c1 = r1, d1 = r1, e1 = r1, f1 = r1, g1 = r1, h1 = r1, i1 = r1, j1 = r1, k1 = r1, l1 = r1;
        TVector a2 = r2, b2 = r2, c2 = r2, d2 = r2, e2 = r2, f2 = r2, g2 = r2, h2 = r2, i2 = r2;
        TVector a3 = r3, b3 = r3, c3 = r3, d3 = r3, e3 = r3, f3 = r3;
        TVector a4 = r4, b4 = r4, c4 = r4, d4 = r4, e4 = r4;
        TVector a5 = r5, b5 = r5, c5 = r5, d5 = r5;
        ref var from = ref Unsafe.As<float, byte>(ref right);
        for (; depth != 0; depth--)
        {
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
            value = TOps.Broadcast(ref left, 1);
            b0 = TOps.MultiplyAdd(value, r0, b0);
            if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, r1, b1); }
            if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, r2, b2); }
            if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(value, r3, b3); }
            if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(value, r4, b4); }
            if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(value, r5, b5); }
            if (sizeof(TRows) == 2) { goto multiplied; }
            value = TOps.Broadcast(ref left, 2);
            c0 = TOps.MultiplyAdd(value, r0, c0);
            if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, r1, c1); }
            if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, r2, c2); }
            if (sizeof(TVectors) > 3) { c3 = TOps.MultiplyAdd(value, r3, c3); }
            if (sizeof(TVectors) > 4) { c4 = TOps.MultiplyAdd(value, r4, c4); }
            if (sizeof(TVectors) > 5) { c5 = TOps.MultiplyAdd(value, r5, c5); }
            if (sizeof(TRows) == 3) { goto multiplied; }
            value = TOps.Broadcast(ref left, 3);
            d0 = TOps.MultiplyAdd(value, r0, d0);
            if (sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(value, r1, d1); }
            if (sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(value, r2, d2); }
            if (sizeof(TVectors) > 3) { d3 = TOps.MultiplyAdd(value, r3, d3); }
            if (sizeof(TVectors) > 4) { d4 = TOps.MultiplyAdd(value, r4, d4); }
            if (sizeof(TVectors) > 5) { d5 = TOps.MultiplyAdd(value, r5, d5); }
            if (sizeof(TRows) == 4) { goto multiplied; }
            value = TOps.Broadcast(ref left, 4);
            e0 = TOps.MultiplyAdd(value, r0, e0);
            if (sizeof(TVectors) > 1) { e1 = TOps.MultiplyAdd(value, r1, e1); }
            if (sizeof(TVectors) > 2) { e2 = TOps.MultiplyAdd(value, r2, e2); }
            if (sizeof(TVectors) > 3) { e3 = TOps.MultiplyAdd(value, r3, e3); }
            if (sizeof(TVectors) > 4) { e4 = TOps.MultiplyAdd(value, r4, e4); }
            if (sizeof(TRows) == 5) { goto multiplied; }
            value = TOps.Broadcast(ref left, 5);
            f0 = TOps.MultiplyAdd(value, r0, f0);
            if (sizeof(TVectors) > 1) { f1 = TOps.MultiplyAdd(value, r1, f1); }
            if (sizeof(TVectors) > 2) { f2 = TOps.MultiplyAdd(value, r2, f2); }
            if (sizeof(TVectors) > 3) { f3 = TOps.MultiplyAdd(value, r3, f3); }
            if (sizeof(TRows) == 6) { goto multiplied; }
            value = TOps.Broadcast(ref left, 6);
            g0 = TOps.MultiplyAdd(value, r0, g0);
            if (sizeof(TVectors) > 1) { g1 = TOps.MultiplyAdd(value, r1, g1); }
            if (sizeof(TVectors) > 2) { g2 = TOps.MultiplyAdd(value, r2, g2); }
            if (sizeof(TRows) == 7) { goto multiplied; }
            value = TOps.Broadcast(ref left, 7);
            h0 = TOps.MultiplyAdd(value, r0, h0);
            if (sizeof(TVectors) > 1) { h1 = TOps.MultiplyAdd(value, r1, h1); }
            if (sizeof(TVectors) > 2) { h2 = TOps.MultiplyAdd(value, r2, h2); }
            if (sizeof(TRows) == 8) { goto multiplied; }
            value = TOps.Broadcast(ref left, 8);
            i0 = TOps.MultiplyAdd(value, r0, i0);
            if (sizeof(TVectors) > 1) { i1 = TOps.MultiplyAdd(value, r1, i1); }
            if (sizeof(TVectors) > 2) { i2 = TOps.MultiplyAdd(value, r2, i2); }
            if (sizeof(TRows) == 9) { goto multiplied; }
            value = TOps.Broadcast(ref left, 9);
            j0 = TOps.MultiplyAdd(value, r0, j0);
            if (sizeof(TVectors) > 1) { j1 = TOps.MultiplyAdd(value, r1, j1); }
            if (sizeof(TRows) == 10) { goto multiplied; }
            value = TOps.Broadcast(ref left, 10);
            k0 = TOps.MultiplyAdd(value, r0, k0);
            if (sizeof(TVectors) > 1) { k1 = TOps.MultiplyAdd(value, r1, k1); }
            if (sizeof(TRows) == 11) { goto multiplied; }
            value = TOps.Broadcast(ref left, 11);
            l0 = TOps.MultiplyAdd(value, r0, l0);
            if (sizeof(TVectors) > 1) { l1 = TOps.MultiplyAdd(value, r1, l1); }
        multiplied:
            left = ref Unsafe.Add(ref left, leftStride);
            from = ref Unsafe.AddByteOffset(ref from, rightStride);
        }

        ref var to = ref Unsafe.As<float, byte>(ref result);
        var resultStride = (nuint)TShape.ResultStride * sizeof(float);
        if (accumulate)
        {
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { a0 = TOps.Add(a0, Unsafe.ReadUnaligned<TVector>(ref to)); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { a1 = TOps.Add(a1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { a2 = TOps.Add(a2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 2 * size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 3) { a3 = TOps.Add(a3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 3 * size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 4) { a4 = TOps.Add(a4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 4 * size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 5) { a5 = TOps.Add(a5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 5 * size))); }
            if (sizeof(TRows) == 1) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { b0 = TOps.Add(b0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { b1 = TOps.Add(b1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { b2 = TOps.Add(b2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (2 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 3) { b3 = TOps.Add(b3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (3 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 4) { b4 = TOps.Add(b4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (4 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 5) { b5 = TOps.Add(b5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (5 * size)))); }
            if (sizeof(TRows) == 2) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { c0 = TOps.Add(c0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 2 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { c1 = TOps.Add(c1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { c2 = TOps.Add(c2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (2 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 3) { c3 = TOps.Add(c3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (3 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 4) { c4 = TOps.Add(c4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (4 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 5) { c5 = TOps.Add(c5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (5 * size)))); }
            if (sizeof(TRows) == 3) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { d0 = TOps.Add(d0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 3 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { d1 = TOps.Add(d1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { d2 = TOps.Add(d2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (2 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 3) { d3 = TOps.Add(d3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (3 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 4) { d4 = TOps.Add(d4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (4 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 5) { d5 = TOps.Add(d5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (5 * size)))); }
            if (sizeof(TRows) == 4) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { e0 = TOps.Add(e0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 4 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { e1 = TOps.Add(e1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { e2 = TOps.Add(e2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (2 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 3) { e3 = TOps.Add(e3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (3 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 4) { e4 = TOps.Add(e4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (4 * size)))); }
            if (sizeof(TRows) == 5) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { f0 = TOps.Add(f0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 5 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { f1 = TOps.Add(f1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { f2 = TOps.Add(f2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + (2 * size)))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 3) { f3 = TOps.Add(f3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + (3 * size)))); }
            if (sizeof(TRows) == 6) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { g0 = TOps.Add(g0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 6 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { g1 = TOps.Add(g1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (6 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { g2 = TOps.Add(g2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (6 * resultStride) + (2 * size)))); }
            if (sizeof(TRows) == 7) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { h0 = TOps.Add(h0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 7 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { h1 = TOps.Add(h1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (7 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { h2 = TOps.Add(h2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (7 * resultStride) + (2 * size)))); }
            if (sizeof(TRows) == 8) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { i0 = TOps.Add(i0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 8 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { i1 = TOps.Add(i1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (8 * resultStride) + size))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 2) { i2 = TOps.Add(i2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (8 * resultStride) + (2 * size)))); }
            if (sizeof(TRows) == 9) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { j0 = TOps.Add(j0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 9 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { j1 = TOps.Add(j1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (9 * resultStride) + size))); }
            if (sizeof(TRows) == 10) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { k0 = TOps.Add(k0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 10 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { k1 = TOps.Add(k1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (10 * resultStride) + size))); }
            if (sizeof(TRows) == 11) { goto added; }
            if (sizeof(TVectors) - sizeof(TCut) >= 0) { l0 = TOps.Add(l0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 11 * resultStride))); }
            if (sizeof(TVectors) - sizeof(TCut) >= 1) { l1 = TOps.Add(l1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, (11 * resultStride) + size))); }
        }
        added:
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref to, a0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, size), a1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 2 * size), a2); }
        if (sizeof(TVectors) - sizeof(TCut) >= 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 3 * size), a3); }
        if (sizeof(TVectors) - sizeof(TCut) >= 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 4 * size), a4); }
        if (sizeof(TVectors) - sizeof(TCut) >= 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 5 * size), a5); }
        if (sizeof(TRows) == 1) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride), b0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + size), b1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (2 * size)), b2); }
        if (sizeof(TVectors) - sizeof(TCut) >= 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (3 * size)), b3); }
        if (sizeof(TVectors) - sizeof(TCut) >= 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (4 * size)), b4); }
        if (sizeof(TVectors) - sizeof(TCut) >= 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (5 * size)), b5); }
        if (sizeof(TRows) == 2) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 2 * resultStride), c0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + size), c1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (2 * size)), c2); }
        if (sizeof(TVectors) - sizeof(TCut) >= 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (3 * size)), c3); }
        if (sizeof(TVectors) - sizeof(TCut) >= 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (4 * size)), c4); }
        if (sizeof(TVectors) - sizeof(TCut) >= 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (2 * resultStride) + (5 * size)), c5); }
        if (sizeof(TRows) == 3) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 3 * resultStride), d0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + size), d1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (2 * size)), d2); }
        if (sizeof(TVectors) - sizeof(TCut) >= 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (3 * size)), d3); }
        if (sizeof(TVectors) - sizeof(TCut) >= 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (4 * size)), d4); }
        if (sizeof(TVectors) - sizeof(TCut) >= 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (3 * resultStride) + (5 * size)), d5); }
        if (sizeof(TRows) == 4) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 4 * resultStride), e0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + size), e1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (2 * size)), e2); }
        if (sizeof(TVectors) - sizeof(TCut) >= 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (3 * size)), e3); }
        if (sizeof(TVectors) - sizeof(TCut) >= 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (4 * resultStride) + (4 * size)), e4); }
        if (sizeof(TRows) == 5) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 5 * resultStride), f0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + size), f1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + (2 * size)), f2); }
        if (sizeof(TVectors) - sizeof(TCut) >= 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (5 * resultStride) + (3 * size)), f3); }
        if (sizeof(TRows) == 6) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 6 * resultStride), g0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (6 * resultStride) + size), g1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (6 * resultStride) + (2 * size)), g2); }
        if (sizeof(TRows) == 7) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 7 * resultStride), h0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (7 * resultStride) + size), h1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (7 * resultStride) + (2 * size)), h2); }
        if (sizeof(TRows) == 8) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 8 * resultStride), i0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (8 * resultStride) + size), i1); }
        if (sizeof(TVectors) - sizeof(TCut) >= 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (8 * resultStride) + (2 * size)), i2); }
        if (sizeof(TRows) == 9) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 9 * resultStride), j0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (9 * resultStride) + size), j1); }
        if (sizeof(TRows) == 10) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 10 * resultStride), k0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (10 * resultStride) + size), k1); }
        if (sizeof(TRows) == 11) { goto stored; }
        if (sizeof(TVectors) - sizeof(TCut) >= 0) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 11 * resultStride), l0); }
        if (sizeof(TVectors) - sizeof(TCut) >= 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, (11 * resultStride) + size), l1); }
        stored:
        if (sizeof(TCut) > 1)
        {
            // Of each row the last vector.
            ref var end = ref Unsafe.AddByteOffset(ref to, (nuint)(sizeof(TVectors) - 1) * size);
            if (sizeof(TVectors) == 2)
            {
                (a0, b0, c0, d0, e0, f0, g0, h0, i0, j0, k0, l0) = (a1, b1, c1, d1, e1, f1, g1, h1, i1, j1, k1, l1);
            }

            if (sizeof(TVectors) == 3)
            {
                (a0, b0, c0, d0, e0, f0, g0, h0, i0) = (a2, b2, c2, d2, e2, f2, g2, h2, i2);
            }

            if (sizeof(TVectors) == 4)
            {
                (a0, b0, c0, d0, e0, f0) = (a3, b3, c3, d3, e3, f3);
            }

            if (sizeof(TVectors) == 5)
            {
                (a0, b0, c0, d0, e0) = (a4, b4, c4, d4, e4);
            }

            if (sizeof(TVectors) == 6)
            {
                (a0, b0, c0, d0) = (a5, b5, c5, d5);
            }

            if (accumulate)
            {
                TOps.AddFirst(a0, ref end, sizeof(TTail));
                if (sizeof(TRows) == 1) { return; }
                TOps.AddFirst(b0, ref Unsafe.AddByteOffset(ref end, resultStride), sizeof(TTail));
                if (sizeof(TRows) == 2) { return; }
                TOps.AddFirst(c0, ref Unsafe.AddByteOffset(ref end, 2 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 3) { return; }
                TOps.AddFirst(d0, ref Unsafe.AddByteOffset(ref end, 3 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 4) { return; }
                TOps.AddFirst(e0, ref Unsafe.AddByteOffset(ref end, 4 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 5) { return; }
                TOps.AddFirst(f0, ref Unsafe.AddByteOffset(ref end, 5 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 6) { return; }
                TOps.AddFirst(g0, ref Unsafe.AddByteOffset(ref end, 6 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 7) { return; }
                TOps.AddFirst(h0, ref Unsafe.AddByteOffset(ref end, 7 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 8) { return; }
                TOps.AddFirst(i0, ref Unsafe.AddByteOffset(ref end, 8 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 9) { return; }
                TOps.AddFirst(j0, ref Unsafe.AddByteOffset(ref end, 9 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 10) { return; }
                TOps.AddFirst(k0, ref Unsafe.AddByteOffset(ref end, 10 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 11) { return; }
                TOps.AddFirst(l0, ref Unsafe.AddByteOffset(ref end, 11 * resultStride), sizeof(TTail));
            }
            else
            {
                TOps.StoreFirst(a0, ref end, sizeof(TTail));
                if (sizeof(TRows) == 1) { return; }
                TOps.StoreFirst(b0, ref Unsafe.AddByteOffset(ref end, resultStride), sizeof(TTail));
                if (sizeof(TRows) == 2) { return; }
                TOps.StoreFirst(c0, ref Unsafe.AddByteOffset(ref end, 2 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 3) { return; }
                TOps.StoreFirst(d0, ref Unsafe.AddByteOffset(ref end, 3 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 4) { return; }
                TOps.StoreFirst(e0, ref Unsafe.AddByteOffset(ref end, 4 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 5) { return; }
                TOps.StoreFirst(f0, ref Unsafe.AddByteOffset(ref end, 5 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 6) { return; }
                TOps.StoreFirst(g0, ref Unsafe.AddByteOffset(ref end, 6 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 7) { return; }
                TOps.StoreFirst(h0, ref Unsafe.AddByteOffset(ref end, 7 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 8) { return; }
                TOps.StoreFirst(i0, ref Unsafe.AddByteOffset(ref end, 8 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 9) { return; }
                TOps.StoreFirst(j0, ref Unsafe.AddByteOffset(ref end, 9 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 10) { return; }
                TOps.StoreFirst(k0, ref Unsafe.AddByteOffset(ref end, 10 * resultStride), sizeof(TTail));
                if (sizeof(TRows) == 11) { return; }
                TOps.StoreFirst(l0, ref Unsafe.AddByteOffset(ref end, 11 * resultStride), sizeof(TTail));
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>
/// A register tile of two rows and up to 10 vectors each, wide because small batches read the right factor from far away: row by row, in the order in which it
/// lies. Where a tile has few vectors, each sum is split into two or four: enough of them are in flight then.
/// </summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TOps">What is done to them.</typeparam>
/// <typeparam name="TShape">The sizes.</typeparam>
/// <typeparam name="TSource">Where the right factor is, a <see cref="Source"/>.</typeparam>
/// <typeparam name="TStart">A start of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TActivation">An activation of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TAddition">An addition of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TVectors">Vectors of each row, a <see cref="Size"/>.</typeparam>
internal static unsafe class PairTile<TVector, TOps, TShape, TSource, TStart, TActivation, TAddition, TVectors>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TShape : struct, IProductShape
    where TVectors : unmanaged
{
    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its rows.</param>
    /// <param name="right">The first vector of its columns.</param>
    /// <param name="result">Where its first element goes.</param>
    /// <param name="shift">The bias or shift of its first column; unused without one.</param>
    /// <param name="added">What is added to its first element; unused where nothing is.</param>
    /// <param name="scale">The scale of its first column; unused without one.</param>
    /// <param name="done">Vectors that the tile before has stored already, where rows are added.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref float left, ref float right, ref float result, ref float shift, ref float added, ref float scale, nuint done)
    {
        var size = (nuint)sizeof(TVector);
        var depth = (nuint)TShape.Depth;
        var stride = (nuint)sizeof(TVectors) * size;
        if (typeof(TSource) == typeof(Source.Matrix))
        {
            stride = (nuint)TShape.RightStride * sizeof(float);
        }

        var rowStride = (nuint)TShape.LeftStride;
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default, a8 = default, a9 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default, b8 = default, b9 = default;
        TVector c0 = default, c1 = default, c2 = default;
        TVector d0 = default, d1 = default, d2 = default;
        TVector e0 = default;
        TVector f0 = default;
        TVector g0 = default;
        TVector h0 = default;
        TVector r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default, r7 = default, r8 = default, r9 = default;
        if (typeof(TStart) == typeof(Epilogue.FromBias))
        {
            ref var bias = ref Unsafe.As<float, byte>(ref shift);
            a0 = b0 = Unsafe.ReadUnaligned<TVector>(ref bias);
            if (sizeof(TVectors) > 1) { a1 = b1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, size)); }
            if (sizeof(TVectors) > 2) { a2 = b2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 2 * size)); }
            if (sizeof(TVectors) > 3) { a3 = b3 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 3 * size)); }
            if (sizeof(TVectors) > 4) { a4 = b4 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 4 * size)); }
            if (sizeof(TVectors) > 5) { a5 = b5 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 5 * size)); }
            if (sizeof(TVectors) > 6) { a6 = b6 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 6 * size)); }
            if (sizeof(TVectors) > 7) { a7 = b7 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 7 * size)); }
            if (sizeof(TVectors) > 8) { a8 = b8 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 8 * size)); }
            if (sizeof(TVectors) > 9) { a9 = b9 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 9 * size)); }
        }

        ref var from = ref Unsafe.As<float, byte>(ref right);
        var chains = sizeof(TVectors) <= 1 ? 4 : sizeof(TVectors) <= 3 ? 2 : (nuint)1;
        for (var k = depth / chains; k != 0; k--)
        {
            r0 = Unsafe.ReadUnaligned<TVector>(ref from);
            if (sizeof(TVectors) > 1) { r1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, size)); }
            if (sizeof(TVectors) > 2) { r2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * size)); }
            if (sizeof(TVectors) > 3) { r3 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 3 * size)); }
            if (sizeof(TVectors) > 4) { r4 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 4 * size)); }
            if (sizeof(TVectors) > 5) { r5 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 5 * size)); }
            if (sizeof(TVectors) > 6) { r6 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 6 * size)); }
            if (sizeof(TVectors) > 7) { r7 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 7 * size)); }
            if (sizeof(TVectors) > 8) { r8 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 8 * size)); }
            if (sizeof(TVectors) > 9) { r9 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 9 * size)); }
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
                r0 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride));
                if (sizeof(TVectors) > 1) { r1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + size)); }
                if (sizeof(TVectors) > 2) { r2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (2 * size))); }
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
                r0 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * stride));
                value = TOps.Broadcast(ref left, 2);
                e0 = TOps.MultiplyAdd(value, r0, e0);
                value = TOps.Broadcast(ref left, rowStride + 2);
                f0 = TOps.MultiplyAdd(value, r0, f0);
                r0 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 3 * stride));
                value = TOps.Broadcast(ref left, 3);
                g0 = TOps.MultiplyAdd(value, r0, g0);
                value = TOps.Broadcast(ref left, rowStride + 3);
                h0 = TOps.MultiplyAdd(value, r0, h0);
            }

            left = ref Unsafe.Add(ref left, chains);
            from = ref Unsafe.AddByteOffset(ref from, chains * stride);
        }

        if (sizeof(TVectors) <= 3)
        {
            if (depth % chains > 0)
            {
                r0 = Unsafe.ReadUnaligned<TVector>(ref from);
                if (sizeof(TVectors) > 1) { r1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, size)); }
                if (sizeof(TVectors) > 2) { r2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * size)); }
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
                    r0 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride));
                    var value = TOps.Broadcast(ref left, 1);
                    c0 = TOps.MultiplyAdd(value, r0, c0);
                    value = TOps.Broadcast(ref left, rowStride + 1);
                    d0 = TOps.MultiplyAdd(value, r0, d0);
                }

                if (depth % chains > 2)
                {
                    r0 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * stride));
                    var value = TOps.Broadcast(ref left, 2);
                    e0 = TOps.MultiplyAdd(value, r0, e0);
                    value = TOps.Broadcast(ref left, rowStride + 2);
                    f0 = TOps.MultiplyAdd(value, r0, f0);
                }

                a0 = TOps.Add(a0, e0);
                c0 = TOps.Add(c0, g0);
                b0 = TOps.Add(b0, f0);
                d0 = TOps.Add(d0, h0);
            }

            a0 = TOps.Add(a0, c0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, c1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, c2); }
            b0 = TOps.Add(b0, d0);
            if (sizeof(TVectors) > 1) { b1 = TOps.Add(b1, d1); }
            if (sizeof(TVectors) > 2) { b2 = TOps.Add(b2, d2); }
        }

        if (typeof(TStart) == typeof(Epilogue.Scaled))
        {
            ref var scales = ref Unsafe.As<float, byte>(ref scale);
            ref var shifts = ref Unsafe.As<float, byte>(ref shift);
            a0 = TOps.MultiplyAdd(a0, Unsafe.ReadUnaligned<TVector>(ref scales), Unsafe.ReadUnaligned<TVector>(ref shifts));
            b0 = TOps.MultiplyAdd(b0, Unsafe.ReadUnaligned<TVector>(ref scales), Unsafe.ReadUnaligned<TVector>(ref shifts));
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(a1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(b1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(a2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 2 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(b2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 2 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(a3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 3 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(b3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 3 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(a4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 4 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(b4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 4 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(a5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 5 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
            if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(b5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 5 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
            if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(a6, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 6 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 6 * size))); }
            if (sizeof(TVectors) > 6) { b6 = TOps.MultiplyAdd(b6, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 6 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 6 * size))); }
            if (sizeof(TVectors) > 7) { a7 = TOps.MultiplyAdd(a7, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 7 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 7 * size))); }
            if (sizeof(TVectors) > 7) { b7 = TOps.MultiplyAdd(b7, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 7 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 7 * size))); }
            if (sizeof(TVectors) > 8) { a8 = TOps.MultiplyAdd(a8, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 8 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 8 * size))); }
            if (sizeof(TVectors) > 8) { b8 = TOps.MultiplyAdd(b8, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 8 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 8 * size))); }
            if (sizeof(TVectors) > 9) { a9 = TOps.MultiplyAdd(a9, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 9 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 9 * size))); }
            if (sizeof(TVectors) > 9) { b9 = TOps.MultiplyAdd(b9, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 9 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 9 * size))); }
        }

        if (typeof(TActivation) == typeof(Epilogue.Rectified))
        {
            a0 = TOps.Rectify(a0);
            b0 = TOps.Rectify(b0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Rectify(a1); }
            if (sizeof(TVectors) > 1) { b1 = TOps.Rectify(b1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Rectify(a2); }
            if (sizeof(TVectors) > 2) { b2 = TOps.Rectify(b2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.Rectify(a3); }
            if (sizeof(TVectors) > 3) { b3 = TOps.Rectify(b3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.Rectify(a4); }
            if (sizeof(TVectors) > 4) { b4 = TOps.Rectify(b4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.Rectify(a5); }
            if (sizeof(TVectors) > 5) { b5 = TOps.Rectify(b5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.Rectify(a6); }
            if (sizeof(TVectors) > 6) { b6 = TOps.Rectify(b6); }
            if (sizeof(TVectors) > 7) { a7 = TOps.Rectify(a7); }
            if (sizeof(TVectors) > 7) { b7 = TOps.Rectify(b7); }
            if (sizeof(TVectors) > 8) { a8 = TOps.Rectify(a8); }
            if (sizeof(TVectors) > 8) { b8 = TOps.Rectify(b8); }
            if (sizeof(TVectors) > 9) { a9 = TOps.Rectify(a9); }
            if (sizeof(TVectors) > 9) { b9 = TOps.Rectify(b9); }
        }

        ref var to = ref Unsafe.As<float, byte>(ref result);
        var resultStride = (nuint)TShape.ResultStride * sizeof(float);
        if (typeof(TAddition) == typeof(Epilogue.Added))
        {
            ref var terms = ref Unsafe.As<float, byte>(ref added);
            var addedStride = (nuint)TShape.AddedStride * sizeof(float);
            a0 = done > 0 ? Unsafe.ReadUnaligned<TVector>(ref to) : TOps.Add(a0, Unsafe.ReadUnaligned<TVector>(ref terms));
            b0 = done > 0 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride)) : TOps.Add(b0, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride)));
            if (sizeof(TVectors) > 1) { a1 = done > 1 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, size)) : TOps.Add(a1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, size))); }
            if (sizeof(TVectors) > 1) { b1 = done > 1 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + size)) : TOps.Add(b1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + size))); }
            if (sizeof(TVectors) > 2) { a2 = done > 2 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 2 * size)) : TOps.Add(a2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 2 * size))); }
            if (sizeof(TVectors) > 2) { b2 = done > 2 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (2 * size))) : TOps.Add(b2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (2 * size)))); }
            if (sizeof(TVectors) > 3) { a3 = done > 3 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 3 * size)) : TOps.Add(a3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 3 * size))); }
            if (sizeof(TVectors) > 3) { b3 = done > 3 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (3 * size))) : TOps.Add(b3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (3 * size)))); }
            if (sizeof(TVectors) > 4) { a4 = done > 4 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 4 * size)) : TOps.Add(a4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 4 * size))); }
            if (sizeof(TVectors) > 4) { b4 = done > 4 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (4 * size))) : TOps.Add(b4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (4 * size)))); }
            if (sizeof(TVectors) > 5) { a5 = done > 5 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 5 * size)) : TOps.Add(a5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 5 * size))); }
            if (sizeof(TVectors) > 5) { b5 = done > 5 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (5 * size))) : TOps.Add(b5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (5 * size)))); }
            if (sizeof(TVectors) > 6) { a6 = done > 6 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 6 * size)) : TOps.Add(a6, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 6 * size))); }
            if (sizeof(TVectors) > 6) { b6 = done > 6 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (6 * size))) : TOps.Add(b6, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (6 * size)))); }
            if (sizeof(TVectors) > 7) { a7 = done > 7 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 7 * size)) : TOps.Add(a7, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 7 * size))); }
            if (sizeof(TVectors) > 7) { b7 = done > 7 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (7 * size))) : TOps.Add(b7, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (7 * size)))); }
            if (sizeof(TVectors) > 8) { a8 = done > 8 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 8 * size)) : TOps.Add(a8, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 8 * size))); }
            if (sizeof(TVectors) > 8) { b8 = done > 8 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (8 * size))) : TOps.Add(b8, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (8 * size)))); }
            if (sizeof(TVectors) > 9) { a9 = done > 9 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 9 * size)) : TOps.Add(a9, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 9 * size))); }
            if (sizeof(TVectors) > 9) { b9 = done > 9 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, resultStride + (9 * size))) : TOps.Add(b9, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, addedStride + (9 * size)))); }
        }

        Unsafe.WriteUnaligned(ref to, a0);
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride), b0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, size), a1); }
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + size), b1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 2 * size), a2); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (2 * size)), b2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 3 * size), a3); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (3 * size)), b3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 4 * size), a4); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (4 * size)), b4); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 5 * size), a5); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (5 * size)), b5); }
        if (sizeof(TVectors) > 6) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 6 * size), a6); }
        if (sizeof(TVectors) > 6) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (6 * size)), b6); }
        if (sizeof(TVectors) > 7) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 7 * size), a7); }
        if (sizeof(TVectors) > 7) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (7 * size)), b7); }
        if (sizeof(TVectors) > 8) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 8 * size), a8); }
        if (sizeof(TVectors) > 8) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (8 * size)), b8); }
        if (sizeof(TVectors) > 9) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 9 * size), a9); }
        if (sizeof(TVectors) > 9) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, resultStride + (9 * size)), b9); }
    }
}

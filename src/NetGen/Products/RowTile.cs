using System.Runtime.CompilerServices;

namespace NetGen.Products;

/// <summary>
/// A register tile of one row and up to 20 vectors, wide because small batches read the right factor from far away: row by row, in the order in which it
/// lies. Where a tile has few vectors, each sum is split into two or four: enough of them are in flight then.
/// </summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TOps">What is done to them.</typeparam>
/// <typeparam name="TShape">The sizes.</typeparam>
/// <typeparam name="TSource">Where the right factor is, a <see cref="Source"/>.</typeparam>
/// <typeparam name="TStart">A start of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TActivation">An activation of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TAddition">An addition of <see cref="Epilogue"/>.</typeparam>
/// <typeparam name="TVectors">Vectors, a <see cref="Size"/>.</typeparam>
/// <typeparam name="TChains">The most sums that an accumulator is split into: 1, 2 or 4.</typeparam>
internal static unsafe class RowTile<TVector, TOps, TShape, TSource, TStart, TActivation, TAddition, TVectors, TChains>
    where TVector : unmanaged
    where TOps : struct, ITileOperations<TVector>
    where TShape : struct, IProductShape
    where TVectors : unmanaged
    where TChains : unmanaged
{
    /// <summary>Computes the tile.</summary>
    /// <param name="left">The first value of its row.</param>
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

        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default, a8 = default, a9 = default;
        TVector a10 = default, a11 = default, a12 = default, a13 = default, a14 = default, a15 = default, a16 = default, a17 = default, a18 = default, a19 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default;
        TVector c0 = default, c1 = default, c2 = default;
        TVector d0 = default, d1 = default, d2 = default;
        if (typeof(TStart) == typeof(Epilogue.FromBias))
        {
            ref var bias = ref Unsafe.As<float, byte>(ref shift);
            a0 = Unsafe.ReadUnaligned<TVector>(ref bias);
            if (sizeof(TVectors) > 1) { a1 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, size)); }
            if (sizeof(TVectors) > 2) { a2 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 2 * size)); }
            if (sizeof(TVectors) > 3) { a3 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 3 * size)); }
            if (sizeof(TVectors) > 4) { a4 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 4 * size)); }
            if (sizeof(TVectors) > 5) { a5 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 5 * size)); }
            if (sizeof(TVectors) > 6) { a6 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 6 * size)); }
            if (sizeof(TVectors) > 7) { a7 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 7 * size)); }
            if (sizeof(TVectors) > 8) { a8 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 8 * size)); }
            if (sizeof(TVectors) > 9) { a9 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 9 * size)); }
            if (sizeof(TVectors) > 10) { a10 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 10 * size)); }
            if (sizeof(TVectors) > 11) { a11 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 11 * size)); }
            if (sizeof(TVectors) > 12) { a12 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 12 * size)); }
            if (sizeof(TVectors) > 13) { a13 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 13 * size)); }
            if (sizeof(TVectors) > 14) { a14 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 14 * size)); }
            if (sizeof(TVectors) > 15) { a15 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 15 * size)); }
            if (sizeof(TVectors) > 16) { a16 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 16 * size)); }
            if (sizeof(TVectors) > 17) { a17 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 17 * size)); }
            if (sizeof(TVectors) > 18) { a18 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 18 * size)); }
            if (sizeof(TVectors) > 19) { a19 = Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref bias, 19 * size)); }
        }

        ref var from = ref Unsafe.As<float, byte>(ref right);
        var chains = sizeof(TVectors) <= 3 && sizeof(TChains) > 2 ? 4 : sizeof(TVectors) <= 7 && sizeof(TChains) > 1 ? 2 : (nuint)1;
        for (var k = depth / chains; k != 0; k--)
        {
            var value = TOps.Broadcast(ref left, 0);
            a0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref from), a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, size)), a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * size)), a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 3 * size)), a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 4 * size)), a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 5 * size)), a5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 6 * size)), a6); }
            if (sizeof(TVectors) > 7) { a7 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 7 * size)), a7); }
            if (sizeof(TVectors) > 8) { a8 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 8 * size)), a8); }
            if (sizeof(TVectors) > 9) { a9 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 9 * size)), a9); }
            if (sizeof(TVectors) > 10) { a10 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 10 * size)), a10); }
            if (sizeof(TVectors) > 11) { a11 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 11 * size)), a11); }
            if (sizeof(TVectors) > 12) { a12 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 12 * size)), a12); }
            if (sizeof(TVectors) > 13) { a13 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 13 * size)), a13); }
            if (sizeof(TVectors) > 14) { a14 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 14 * size)), a14); }
            if (sizeof(TVectors) > 15) { a15 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 15 * size)), a15); }
            if (sizeof(TVectors) > 16) { a16 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 16 * size)), a16); }
            if (sizeof(TVectors) > 17) { a17 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 17 * size)), a17); }
            if (sizeof(TVectors) > 18) { a18 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 18 * size)), a18); }
            if (sizeof(TVectors) > 19) { a19 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 19 * size)), a19); }
            if (sizeof(TVectors) <= 7 && sizeof(TChains) > 1)
            {
                value = TOps.Broadcast(ref left, 1);
                b0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride)), b0);
                if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + size)), b1); }
                if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (2 * size))), b2); }
                if (sizeof(TVectors) > 3) { b3 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (3 * size))), b3); }
                if (sizeof(TVectors) > 4) { b4 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (4 * size))), b4); }
                if (sizeof(TVectors) > 5) { b5 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (5 * size))), b5); }
                if (sizeof(TVectors) > 6) { b6 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (6 * size))), b6); }
            }

            if (sizeof(TVectors) <= 3 && sizeof(TChains) > 2)
            {
                value = TOps.Broadcast(ref left, 2);
                c0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * stride)), c0);
                if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, (2 * stride) + size)), c1); }
                if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, (2 * stride) + (2 * size))), c2); }
                value = TOps.Broadcast(ref left, 3);
                d0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 3 * stride)), d0);
                if (sizeof(TVectors) > 1) { d1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, (3 * stride) + size)), d1); }
                if (sizeof(TVectors) > 2) { d2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, (3 * stride) + (2 * size))), d2); }
            }

            left = ref Unsafe.Add(ref left, chains);
            from = ref Unsafe.AddByteOffset(ref from, chains * stride);
        }

        if (sizeof(TVectors) <= 7 && sizeof(TChains) > 1)
        {
            if (depth % chains > 0)
            {
                var value = TOps.Broadcast(ref left, 0);
                a0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref from), a0);
                if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, size)), a1); }
                if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * size)), a2); }
                if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 3 * size)), a3); }
                if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 4 * size)), a4); }
                if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 5 * size)), a5); }
                if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 6 * size)), a6); }
            }

            if (sizeof(TVectors) <= 3 && sizeof(TChains) > 2)
            {
                if (depth % chains > 1)
                {
                    var value = TOps.Broadcast(ref left, 1);
                    b0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride)), b0);
                    if (sizeof(TVectors) > 1) { b1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + size)), b1); }
                    if (sizeof(TVectors) > 2) { b2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, stride + (2 * size))), b2); }
                }

                if (depth % chains > 2)
                {
                    var value = TOps.Broadcast(ref left, 2);
                    c0 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, 2 * stride)), c0);
                    if (sizeof(TVectors) > 1) { c1 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, (2 * stride) + size)), c1); }
                    if (sizeof(TVectors) > 2) { c2 = TOps.MultiplyAdd(value, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref from, (2 * stride) + (2 * size))), c2); }
                }

                a0 = TOps.Add(a0, c0);
                b0 = TOps.Add(b0, d0);
                if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, c1); }
                if (sizeof(TVectors) > 1) { b1 = TOps.Add(b1, d1); }
                if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, c2); }
                if (sizeof(TVectors) > 2) { b2 = TOps.Add(b2, d2); }
            }

            a0 = TOps.Add(a0, b0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Add(a1, b1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Add(a2, b2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.Add(a3, b3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.Add(a4, b4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.Add(a5, b5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.Add(a6, b6); }
        }

        if (typeof(TStart) == typeof(Epilogue.Scaled))
        {
            ref var scales = ref Unsafe.As<float, byte>(ref scale);
            ref var shifts = ref Unsafe.As<float, byte>(ref shift);
            a0 = TOps.MultiplyAdd(a0, Unsafe.ReadUnaligned<TVector>(ref scales), Unsafe.ReadUnaligned<TVector>(ref shifts));
            if (sizeof(TVectors) > 1) { a1 = TOps.MultiplyAdd(a1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, size))); }
            if (sizeof(TVectors) > 2) { a2 = TOps.MultiplyAdd(a2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 2 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 2 * size))); }
            if (sizeof(TVectors) > 3) { a3 = TOps.MultiplyAdd(a3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 3 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 3 * size))); }
            if (sizeof(TVectors) > 4) { a4 = TOps.MultiplyAdd(a4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 4 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 4 * size))); }
            if (sizeof(TVectors) > 5) { a5 = TOps.MultiplyAdd(a5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 5 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 5 * size))); }
            if (sizeof(TVectors) > 6) { a6 = TOps.MultiplyAdd(a6, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 6 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 6 * size))); }
            if (sizeof(TVectors) > 7) { a7 = TOps.MultiplyAdd(a7, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 7 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 7 * size))); }
            if (sizeof(TVectors) > 8) { a8 = TOps.MultiplyAdd(a8, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 8 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 8 * size))); }
            if (sizeof(TVectors) > 9) { a9 = TOps.MultiplyAdd(a9, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 9 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 9 * size))); }
            if (sizeof(TVectors) > 10) { a10 = TOps.MultiplyAdd(a10, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 10 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 10 * size))); }
            if (sizeof(TVectors) > 11) { a11 = TOps.MultiplyAdd(a11, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 11 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 11 * size))); }
            if (sizeof(TVectors) > 12) { a12 = TOps.MultiplyAdd(a12, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 12 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 12 * size))); }
            if (sizeof(TVectors) > 13) { a13 = TOps.MultiplyAdd(a13, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 13 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 13 * size))); }
            if (sizeof(TVectors) > 14) { a14 = TOps.MultiplyAdd(a14, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 14 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 14 * size))); }
            if (sizeof(TVectors) > 15) { a15 = TOps.MultiplyAdd(a15, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 15 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 15 * size))); }
            if (sizeof(TVectors) > 16) { a16 = TOps.MultiplyAdd(a16, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 16 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 16 * size))); }
            if (sizeof(TVectors) > 17) { a17 = TOps.MultiplyAdd(a17, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 17 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 17 * size))); }
            if (sizeof(TVectors) > 18) { a18 = TOps.MultiplyAdd(a18, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 18 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 18 * size))); }
            if (sizeof(TVectors) > 19) { a19 = TOps.MultiplyAdd(a19, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref scales, 19 * size)), Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref shifts, 19 * size))); }
        }

        if (typeof(TActivation) == typeof(Epilogue.Rectified))
        {
            a0 = TOps.Rectify(a0);
            if (sizeof(TVectors) > 1) { a1 = TOps.Rectify(a1); }
            if (sizeof(TVectors) > 2) { a2 = TOps.Rectify(a2); }
            if (sizeof(TVectors) > 3) { a3 = TOps.Rectify(a3); }
            if (sizeof(TVectors) > 4) { a4 = TOps.Rectify(a4); }
            if (sizeof(TVectors) > 5) { a5 = TOps.Rectify(a5); }
            if (sizeof(TVectors) > 6) { a6 = TOps.Rectify(a6); }
            if (sizeof(TVectors) > 7) { a7 = TOps.Rectify(a7); }
            if (sizeof(TVectors) > 8) { a8 = TOps.Rectify(a8); }
            if (sizeof(TVectors) > 9) { a9 = TOps.Rectify(a9); }
            if (sizeof(TVectors) > 10) { a10 = TOps.Rectify(a10); }
            if (sizeof(TVectors) > 11) { a11 = TOps.Rectify(a11); }
            if (sizeof(TVectors) > 12) { a12 = TOps.Rectify(a12); }
            if (sizeof(TVectors) > 13) { a13 = TOps.Rectify(a13); }
            if (sizeof(TVectors) > 14) { a14 = TOps.Rectify(a14); }
            if (sizeof(TVectors) > 15) { a15 = TOps.Rectify(a15); }
            if (sizeof(TVectors) > 16) { a16 = TOps.Rectify(a16); }
            if (sizeof(TVectors) > 17) { a17 = TOps.Rectify(a17); }
            if (sizeof(TVectors) > 18) { a18 = TOps.Rectify(a18); }
            if (sizeof(TVectors) > 19) { a19 = TOps.Rectify(a19); }
        }

        ref var to = ref Unsafe.As<float, byte>(ref result);
        if (typeof(TAddition) == typeof(Epilogue.Added))
        {
            ref var terms = ref Unsafe.As<float, byte>(ref added);
            a0 = done > 0 ? Unsafe.ReadUnaligned<TVector>(ref to) : TOps.Add(a0, Unsafe.ReadUnaligned<TVector>(ref terms));
            if (sizeof(TVectors) > 1) { a1 = done > 1 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, size)) : TOps.Add(a1, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, size))); }
            if (sizeof(TVectors) > 2) { a2 = done > 2 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 2 * size)) : TOps.Add(a2, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 2 * size))); }
            if (sizeof(TVectors) > 3) { a3 = done > 3 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 3 * size)) : TOps.Add(a3, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 3 * size))); }
            if (sizeof(TVectors) > 4) { a4 = done > 4 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 4 * size)) : TOps.Add(a4, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 4 * size))); }
            if (sizeof(TVectors) > 5) { a5 = done > 5 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 5 * size)) : TOps.Add(a5, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 5 * size))); }
            if (sizeof(TVectors) > 6) { a6 = done > 6 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 6 * size)) : TOps.Add(a6, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 6 * size))); }
            if (sizeof(TVectors) > 7) { a7 = done > 7 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 7 * size)) : TOps.Add(a7, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 7 * size))); }
            if (sizeof(TVectors) > 8) { a8 = done > 8 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 8 * size)) : TOps.Add(a8, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 8 * size))); }
            if (sizeof(TVectors) > 9) { a9 = done > 9 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 9 * size)) : TOps.Add(a9, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 9 * size))); }
            if (sizeof(TVectors) > 10) { a10 = done > 10 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 10 * size)) : TOps.Add(a10, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 10 * size))); }
            if (sizeof(TVectors) > 11) { a11 = done > 11 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 11 * size)) : TOps.Add(a11, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 11 * size))); }
            if (sizeof(TVectors) > 12) { a12 = done > 12 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 12 * size)) : TOps.Add(a12, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 12 * size))); }
            if (sizeof(TVectors) > 13) { a13 = done > 13 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 13 * size)) : TOps.Add(a13, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 13 * size))); }
            if (sizeof(TVectors) > 14) { a14 = done > 14 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 14 * size)) : TOps.Add(a14, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 14 * size))); }
            if (sizeof(TVectors) > 15) { a15 = done > 15 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 15 * size)) : TOps.Add(a15, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 15 * size))); }
            if (sizeof(TVectors) > 16) { a16 = done > 16 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 16 * size)) : TOps.Add(a16, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 16 * size))); }
            if (sizeof(TVectors) > 17) { a17 = done > 17 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 17 * size)) : TOps.Add(a17, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 17 * size))); }
            if (sizeof(TVectors) > 18) { a18 = done > 18 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 18 * size)) : TOps.Add(a18, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 18 * size))); }
            if (sizeof(TVectors) > 19) { a19 = done > 19 ? Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref to, 19 * size)) : TOps.Add(a19, Unsafe.ReadUnaligned<TVector>(ref Unsafe.AddByteOffset(ref terms, 19 * size))); }
        }

        Unsafe.WriteUnaligned(ref to, a0);
        if (sizeof(TVectors) > 1) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, size), a1); }
        if (sizeof(TVectors) > 2) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 2 * size), a2); }
        if (sizeof(TVectors) > 3) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 3 * size), a3); }
        if (sizeof(TVectors) > 4) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 4 * size), a4); }
        if (sizeof(TVectors) > 5) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 5 * size), a5); }
        if (sizeof(TVectors) > 6) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 6 * size), a6); }
        if (sizeof(TVectors) > 7) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 7 * size), a7); }
        if (sizeof(TVectors) > 8) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 8 * size), a8); }
        if (sizeof(TVectors) > 9) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 9 * size), a9); }
        if (sizeof(TVectors) > 10) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 10 * size), a10); }
        if (sizeof(TVectors) > 11) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 11 * size), a11); }
        if (sizeof(TVectors) > 12) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 12 * size), a12); }
        if (sizeof(TVectors) > 13) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 13 * size), a13); }
        if (sizeof(TVectors) > 14) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 14 * size), a14); }
        if (sizeof(TVectors) > 15) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 15 * size), a15); }
        if (sizeof(TVectors) > 16) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 16 * size), a16); }
        if (sizeof(TVectors) > 17) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 17 * size), a17); }
        if (sizeof(TVectors) > 18) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 18 * size), a18); }
        if (sizeof(TVectors) > 19) { Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, 19 * size), a19); }
    }
}

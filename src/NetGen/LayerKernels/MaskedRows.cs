using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>Values passed on or replaced as a mask of bits says.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
/// <typeparam name="TBits">Its masks.</typeparam>
internal static class MaskedRows<TVector, TOp, TBits>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
    where TBits : struct, ILaneBits<TVector>
{
    private const int ValuesPerWord = 16;

    /// <summary>
    /// y = x scale + shift where the mask's bit is set, else a constant. Rows of y are whole words of the mask, with clear bits behind the columns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref float x, nuint xStride, ref ushort mask, ref float y, nuint yStride, nuint rows, int columns, float scale, float shift, float dropped)
    {
        var (factor, added, otherwise) = (TOp.Constant(scale), TOp.Constant(shift), TOp.Constant(dropped));

        // Only rows that are padded may be read beyond their columns.
        var padded = ((nuint)columns + (ValuesPerWord - 1)) & ~(nuint)(ValuesPerWord - 1);
        var whole = xStride >= padded ? padded : (nuint)columns & ~(TOp.Lanes - 1);
        var rest = columns - (int)whole;
        for (; rows > 0; rows--)
        {
            for (nuint i = 0; i < whole; i += TOp.Lanes)
            {
                var value = TOp.Add(TOp.Multiply(TOp.Load(ref x, i), factor), added);
                TOp.Store(TOp.Select(Bits(ref mask, i), value, otherwise), ref y, i);
            }

            if (rest > 0)
            {
                var value = TOp.Add(TOp.Multiply(TOp.LoadFirst(ref x, whole, rest, 0), factor), added);
                TOp.Store(TOp.Select(Bits(ref mask, whole), value, otherwise), ref y, whole);
            }

            x = ref Unsafe.Add(ref x, xStride);
            y = ref Unsafe.Add(ref y, yStride);
            mask = ref Unsafe.Add(ref mask, yStride / ValuesPerWord);
        }
    }

    /// <summary>dx = dy scale where the mask's bit is set, else 0.</summary>
    /// <param name="dy">The first value.</param>
    /// <param name="mask">The first word.</param>
    /// <param name="dx">Where the first value goes; may be <paramref name="dy"/>.</param>
    /// <param name="length">Values, a multiple of 16.</param>
    /// <param name="scale">The factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ref float dy, ref ushort mask, ref float dx, nuint length, float scale)
    {
        var factor = TOp.Constant(scale);
        for (nuint i = 0; i < length; i += TOp.Lanes)
        {
            TOp.Store(TOp.Select(Bits(ref mask, i), TOp.Multiply(TOp.Load(ref dy, i), factor), TOp.Zero), ref dx, i);
        }
    }

    /// <summary>y = x scale + shift where the mask's bit is set, else a constant; a word of the mask for each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ForwardLanes(ref float x, ref ushort mask, ref float y, nuint vectors, float scale, float shift, float dropped)
    {
        var (factor, added, otherwise) = (TOp.Constant(scale), TOp.Constant(shift), TOp.Constant(dropped));
        for (nuint i = 0; i < vectors; i++)
        {
            var value = TOp.Add(TOp.Multiply(TOp.Load(ref x, i * TOp.Lanes), factor), added);
            TOp.Store(TOp.Select(TBits.Mask(Unsafe.Add(ref mask, i)), value, otherwise), ref y, i * TOp.Lanes);
        }
    }

    /// <summary>dx = dy scale where the mask's bit is set, else 0; a word of the mask for each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BackwardLanes(ref float dy, ref ushort mask, ref float dx, nuint vectors, float scale)
    {
        var factor = TOp.Constant(scale);
        for (nuint i = 0; i < vectors; i++)
        {
            var value = TOp.Multiply(TOp.Load(ref dy, i * TOp.Lanes), factor);
            TOp.Store(TOp.Select(TBits.Mask(Unsafe.Add(ref mask, i)), value, TOp.Zero), ref dx, i * TOp.Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Bits(ref ushort mask, nuint index) =>
        TBits.Mask((uint)Unsafe.Add(ref mask, index / ValuesPerWord) >> (int)(index % ValuesPerWord));
}

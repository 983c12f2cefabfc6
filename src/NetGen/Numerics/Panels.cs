using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Copies matrices into the order in which register tiles read them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Panels
{
    /// <summary>Copies a strip of a matrix, so many columns of every row, row by row without gaps.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="stride">Floats from a row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="width">Columns of the strip, a multiple of 4.</param>
    /// <param name="destination">Where the first element goes; must not overlap the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ref float source, nuint stride, nuint rows, nuint width, ref float destination)
    {
        // The two widths of strips that products of large layers have, in vectors of 256 bits.
        if (width == 24 && Vector256.IsHardwareAccelerated)
        {
            for (; rows != 0; rows--)
            {
                Vector256.LoadUnsafe(ref source).StoreUnsafe(ref destination);
                Vector256.LoadUnsafe(ref source, 8).StoreUnsafe(ref destination, 8);
                Vector256.LoadUnsafe(ref source, 16).StoreUnsafe(ref destination, 16);
                source = ref Unsafe.Add(ref source, stride);
                destination = ref Unsafe.Add(ref destination, 24);
            }
        }
        else if (width == 16 && Vector256.IsHardwareAccelerated)
        {
            for (; rows != 0; rows--)
            {
                Vector256.LoadUnsafe(ref source).StoreUnsafe(ref destination);
                Vector256.LoadUnsafe(ref source, 8).StoreUnsafe(ref destination, 8);
                source = ref Unsafe.Add(ref source, stride);
                destination = ref Unsafe.Add(ref destination, 16);
            }
        }

        for (; rows != 0; rows--)
        {
            for (nuint column = 0; column < width; column += 4)
            {
                Vector128.LoadUnsafe(ref source, column).StoreUnsafe(ref destination, column);
            }

            source = ref Unsafe.Add(ref source, stride);
            destination = ref Unsafe.Add(ref destination, width);
        }
    }

    /// <summary>
    /// Cuts a matrix into panels of so many columns each, one panel after the other, row by row: panel k starts at k * <paramref name="width"/> *
    /// <paramref name="rows"/>. What the last panel has beyond the matrix is left as it is or overwritten with anything.
    /// </summary>
    /// <param name="source">The first element; nothing beyond the last row's columns is read.</param>
    /// <param name="stride">Floats from a row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="width">Columns of a panel, 1 to 12.</param>
    /// <param name="destination">
    /// Where the first panel goes, room for all panels and 16 floats; must not overlap the source.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(ref float source, nuint stride, nuint rows, nuint columns, nuint width, ref float destination)
    {
        var quarters = (width + 3) / 4;
        var reach = quarters * 4;
        var length = ((rows - 1) * stride) + columns;
        for (nuint first = 0; first < columns; first += width)
        {
            ref var from = ref Unsafe.Add(ref source, first);
            ref var to = ref Unsafe.Add(ref destination, first * rows);

            // Whole vectors reach into what follows: the next row of the source, and the place of the next row in the panel, which is written after.
            var whole = length >= first + reach ? Math.Min(((length - first - reach) / stride) + 1, rows) : 0;
            var rest = rows - whole;
            if (quarters == 2 && Vector256.IsHardwareAccelerated)
            {
                for (; whole != 0; whole--)
                {
                    Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
                    from = ref Unsafe.Add(ref from, stride);
                    to = ref Unsafe.Add(ref to, width);
                }
            }

            for (; whole != 0; whole--)
            {
                for (nuint column = 0; column < reach; column += 4)
                {
                    Vector128.LoadUnsafe(ref from, column).StoreUnsafe(ref to, column);
                }

                from = ref Unsafe.Add(ref from, stride);
                to = ref Unsafe.Add(ref to, width);
            }

            var real = Math.Min(width, columns - first);
            for (; rest != 0; rest--)
            {
                for (nuint column = 0; column < real; column++)
                {
                    Unsafe.Add(ref to, column) = Unsafe.Add(ref from, column);
                }

                from = ref Unsafe.Add(ref from, stride);
                to = ref Unsafe.Add(ref to, width);
            }
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>
/// The last elements of a row, which fill no vector. The vector that holds them ends with the row and overlaps the one before it: nothing beyond the row is
/// read or written, and no element needs an instruction of its own. Only a row shorter than a vector is moved in pieces.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal readonly struct RowTail<TVector, TOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    private readonly nuint _start;
    private readonly int _short;
    private readonly TVector _counted;

    /// <summary>The tail of rows of some length.</summary>
    /// <param name="columns">Elements per row, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowTail(int columns)
    {
        var lanes = (int)TOp.Lanes;
        Whole = (nuint)columns & ~(TOp.Lanes - 1);
        Exists = Whole != (nuint)columns;
        (_start, _short) = columns < lanes ? (0u, columns) : ((nuint)(columns - lanes), 0);

        // Lanes that whole vectors have counted, or that hold no element.
        var indices = TOp.Load(ref MemoryMarshal.GetReference(Indices));
        _counted = columns < lanes
            ? TOp.LessThanOrEqual(TOp.Constant(columns), indices)
            : TOp.LessThan(indices, TOp.Constant(lanes - (columns & (lanes - 1))));
    }

    /// <summary>How many elements whole vectors hold.</summary>
    public nuint Whole { get; }

    /// <summary>Whether there are elements behind the whole vectors.</summary>
    public bool Exists { get; }

    private static ReadOnlySpan<float> Indices => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>The row's last vector; for a shorter row its elements, then 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load(ref float row) => _short == 0 ? TOp.Load(ref row, _start) : TOp.LoadFirst(ref row, 0, _short, 0);

    /// <summary>Stores the row's last vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector value, ref float row)
    {
        if (_short == 0)
        {
            TOp.Store(value, ref row, _start);
        }
        else
        {
            TOp.StoreFirst(value, ref row, 0, _short);
        }
    }

    /// <summary>The elements that no whole vector holds, 0 in the place of the others: what sums count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Uncounted(TVector value) => TOp.ZeroWhere(_counted, value);
}

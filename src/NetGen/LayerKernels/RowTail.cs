using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>
/// The last elements of a row, which fill no vector. The vector that holds them ends with the row and overlaps the one before it: nothing beyond the row is
/// read or written, and no element needs an instruction of its own.
/// </summary>
/// <typeparam name="TVector">The vector, not longer than the row.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal readonly struct RowTail<TVector, TOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    private readonly nuint _start;
    private readonly TVector _counted;

    /// <summary>The tail of rows of some length.</summary>
    /// <param name="columns">Elements per row, at least as many as a vector holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowTail(int columns)
    {
        Whole = (nuint)columns & ~(TOp.Lanes - 1);
        Exists = Whole != (nuint)columns;
        _start = (nuint)columns - TOp.Lanes;

        // The first lanes: whole vectors have counted what is in them.
        _counted = TOp.KeepFirst(TOp.AreEqual(TOp.Zero, TOp.Zero), (int)(Whole - _start));
    }

    /// <summary>How many elements whole vectors hold.</summary>
    public nuint Whole { get; }

    /// <summary>Whether there are elements behind the whole vectors.</summary>
    public bool Exists { get; }

    /// <summary>The row's last vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load(ref float row) => TOp.Load(ref row, _start);

    /// <summary>Stores the row's last vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector value, ref float row) => TOp.Store(value, ref row, _start);

    /// <summary>The elements that no whole vector holds, 0 in the place of the others: what sums count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Uncounted(TVector value) => TOp.ZeroWhere(_counted, value);
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Room for the last one to three values of a run, filled up with zeros to a vector of four.</summary>
[InlineArray(4)]
internal struct TailBuffer
{
    private float _first;

    /// <summary>The first value.</summary>
    [UnscopedRef]
    public ref float First => ref _first;

    /// <summary>Copies so many values in.</summary>
    public void Load(ref float source, nuint count)
    {
        for (nuint i = 0; i < count; i++)
        {
            Unsafe.Add(ref _first, i) = Unsafe.Add(ref source, i);
        }
    }

    /// <summary>Copies so many values out.</summary>
    public void Store(ref float destination, nuint count)
    {
        for (nuint i = 0; i < count; i++)
        {
            Unsafe.Add(ref destination, i) = Unsafe.Add(ref _first, i);
        }
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>What the emitted types of one sample, which are inline arrays of floats, have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SampleValues
{
    /// <summary>A sample with the values of a span.</summary>
    /// <typeparam name="TSample">An inline array of floats.</typeparam>
    /// <param name="values">As many values as the sample has.</param>
    /// <param name="name">The sample's name, for the message.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ShapeMismatchException">The span has another length.</exception>
    public static TSample Copy<TSample>(ReadOnlySpan<float> values, string name)
        where TSample : unmanaged
    {
        Check.Length(values.Length, Unsafe.SizeOf<TSample>() / sizeof(float), nameof(values), name);
        return MemoryMarshal.Read<TSample>(MemoryMarshal.AsBytes(values));
    }
}

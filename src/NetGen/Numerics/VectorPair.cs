using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Sixteen floats in two 256-bit vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VectorPair(Vector256<float> lower, Vector256<float> upper)
{
    /// <summary>The first eight.</summary>
    public readonly Vector256<float> Lower = lower;

    /// <summary>The others.</summary>
    public readonly Vector256<float> Upper = upper;
}

using System.ComponentModel;

namespace NetGen.Products;

/// <summary>
/// What becomes of a sum of products before it is stored: y = activation(sum [+ bias] or sum * scale + shift) [+ added]. Types, not flags: the JIT compares types
/// while it reads a method's body, and what is not asked for costs not even the time to compile it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Epilogue
{
    /// <summary>Sums start from 0.</summary>
    public readonly struct FromZero;

    /// <summary>Sums start from a bias.</summary>
    public readonly struct FromBias;

    /// <summary>Sums start from 0, are multiplied by a scale and get a shift, rounded once: a normalization folded into the product.</summary>
    public readonly struct Scaled;

    /// <summary>No activation.</summary>
    public readonly struct Linear;

    /// <summary>max(z, 0); NaN stays NaN.</summary>
    public readonly struct Rectified;

    /// <summary>Nothing is added.</summary>
    public readonly struct Alone;

    /// <summary>Rows are added after the activation. They may be the place that the result goes to.</summary>
    public readonly struct Added;
}

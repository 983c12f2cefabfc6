using System.ComponentModel;

namespace NetGen.Products;

/// <summary>Which vectors a product is computed in. Results differ between widths by rounding alone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Width
{
    /// <summary>The widest that the processor has.</summary>
    public readonly struct Widest;

    /// <summary>512 bits, in software where the processor has none.</summary>
    public readonly struct Bits512;

    /// <summary>256 bits, likewise.</summary>
    public readonly struct Bits256;

    /// <summary>128 bits.</summary>
    public readonly struct Bits128;
}

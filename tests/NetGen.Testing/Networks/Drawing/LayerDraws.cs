using CsCheck;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>How often each kind of layer comes.</summary>
internal static class LayerDraws
{
    // Brackets within brackets, blocks among them.
    private const int Depth = 2;

    private static readonly (int Frequency, Gen<LayerDraw> Draw)[] s_simple =
    [
        (12, DenseDraw.Draw),
        (2, ActivationDraw.Draw),
        (1, DropoutDraw.Draw),
        (1, AlphaDropoutDraw.Draw),
        (1, GaussianNoiseDraw.Draw),
        (2, BatchNormalizationDraw.Draw),
        (2, LayerNormalizationDraw.Draw),
        (1, RmsNormalizationDraw.Draw),
    ];

    /// <summary>A layer of a network.</summary>
    public static Gen<LayerDraw> Any { get; } = Gen.Frequency([.. s_simple, .. Nesting(Depth), (1, FlattenDraw.Draw)]);

    private static Gen<LayerDraw> Inside(int depth) => Gen.Frequency([.. s_simple, .. depth > 0 ? Nesting(depth) : []]);

    private static (int Frequency, Gen<LayerDraw> Draw)[] Nesting(int depth) => [(3, ResidualDraw.Around(Inside(depth - 1))), (1, BlockDraw.Of(Inside(depth - 1)))];
}

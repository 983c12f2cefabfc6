using System.Collections.Immutable;
using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>A residual block.</summary>
/// <param name="IsNamed">Whether it has a name that is not the default one.</param>
/// <param name="Body">The layers between the brackets.</param>
/// <param name="Fits">Whether the last one has as many units as the block has inputs, if it is a dense layer.</param>
/// <param name="Projects">Whether there is a projection even where none is needed.</param>
internal sealed record ResidualDraw(bool IsNamed, ImmutableArray<LayerDraw> Body, bool Fits, bool Projects) : LayerDraw(IsNamed)
{
    /// <summary>Draws one around one to three layers.</summary>
    public static Gen<LayerDraw> Around(Gen<LayerDraw> inner) => Gen.Select(
        ValueDraws.IsNamed,
        inner.Array[1, 3],
        Gen.Bool,
        Gen.Int[0, 3],
        static (isNamed, body, fits, projection) => (LayerDraw)new ResidualDraw(isNamed, [.. body], fits, projection == 0));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits)
    {
        var input = layers.Shape;
        var body = layers.Inside().Add(Body[..^1]).Add(Body[^1], Fits ? input.Last : 0);

        // Numbered by the closing bracket.
        var name = layers.Scope.Next("Residual", IsNamed);
        var projection = Projects || body.Shape != input
            ? new DenseSpec(name, input, body.Shape.Last, ActivationSpec.Identity, new InitializerSpec(InitializerKind.GlorotUniform, IsDefault: true), Bias: null)
            : null;
        layers.Add(new ResidualSpec(name, input, body.Layers, projection));
    }
}

using System.Collections.Immutable;
using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>A block that is declared as a class of its own and repeated.</summary>
/// <param name="IsNamed">Whether it has a name that is not the default one.</param>
/// <param name="Body">The layers of the class.</param>
/// <param name="Last">A dense layer that gives what the class receives, where the others do not and it is repeated.</param>
/// <param name="Times">How often it comes.</param>
/// <param name="Reuses">Whether it is a class that was declared before, if there is one for the same shape.</param>
internal sealed record BlockDraw(bool IsNamed, ImmutableArray<LayerDraw> Body, LayerDraw Last, int Times, bool Reuses) : LayerDraw(IsNamed)
{
    /// <summary>Draws one of one to three layers.</summary>
    public static Gen<LayerDraw> Of(Gen<LayerDraw> inner) => Gen.Select(
        ValueDraws.IsNamed,
        inner.Array[1, 3],
        DenseDraw.Draw,
        Gen.Int[1, 3],
        Gen.Bool,
        static (isNamed, body, last, times, reuses) => (LayerDraw)new BlockDraw(isNamed, [.. body], last, times, reuses));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits)
    {
        var block = layers.Scope.Blocks.Of(this, layers);
        foreach (var name in layers.Scope.Next(block, Times, IsNamed))
        {
            var body = new LayerSequence(layers.Scope.Inside(name), block.Input, signalIsKnown: false);
            foreach (var (index, draw) in block.Draws.Index())
            {
                var isLast = block.KeepsShape && index == block.Draws.Count - 1;
                body.Add(draw, isLast && body.Shape != block.Input ? block.Input.Last : 0);
            }

            layers.Add(new BlockSpec(name, block.Input, body.Layers, block.DeclaredBy));
        }
    }
}

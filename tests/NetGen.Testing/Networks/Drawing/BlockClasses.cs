using NetGen.Generators.Model;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>The classes of blocks that a network has, in a namespace of its own.</summary>
/// <param name="space">The namespace.</param>
internal sealed class BlockClasses(string space)
{
    private readonly List<DeclaredBlock> _blocks = [];
    private readonly Dictionary<BlockDraw, DeclaredBlock> _byDraw = new(ReferenceEqualityComparer.Instance);

    /// <summary>The class of what was drawn: the same again where a block around it is repeated.</summary>
    public DeclaredBlock Of(BlockDraw draw, LayerSequence layers)
    {
        if (!_byDraw.TryGetValue(draw, out var block))
        {
            block = draw.Reuses ? _blocks.LastOrDefault(former => former.Input == layers.Shape && (former.KeepsShape || draw.Times == 1)) : null;
            block ??= Declare(draw, layers.Shape);
            _byDraw.Add(draw, block);
        }

        return block;
    }

    private DeclaredBlock Declare(BlockDraw draw, Shape input)
    {
        // Those inside come first, which also keeps a block from containing itself.
        var output = new LayerSequence(new DrawScope(this, ""), input, signalIsKnown: false).Add(draw.Body).Shape;
        var hasLast = draw.Times > 1 && output != input;
        var name = $"Stage{(char)('A' + _blocks.Count)}";
        var block = new DeclaredBlock(name, $"global::{space}.{name}", input, hasLast ? draw.Body.Add(draw.Last) : draw.Body, hasLast || output == input);
        _blocks.Add(block);
        return block;
    }
}

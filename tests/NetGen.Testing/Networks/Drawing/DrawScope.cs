using System.Globalization;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Names of layers: each attribute's number among its kind in the network or in the class of a block, behind the names of the blocks around.</summary>
/// <param name="blocks">The classes of blocks that the network has.</param>
/// <param name="prefix">The names of the blocks around, each with a point.</param>
internal sealed class DrawScope(BlockClasses blocks, string prefix)
{
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>The classes of blocks that the network has.</summary>
    public BlockClasses Blocks => blocks;

    /// <summary>The next name of a kind.</summary>
    public string Next(string kind, bool isNamed) =>
        $"{prefix}{(isNamed ? "My" : "")}{kind}{Take(kind, 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The next names of a block: numbered on where the attribute has no name, and otherwise from 1 where there are several.</summary>
    public IEnumerable<string> Next(DeclaredBlock block, int times, bool isNamed)
    {
        var first = Take(block.Name, times);
        var name = isNamed ? $"My{block.Name}{(char)('a' + first)}" : block.Name;
        return isNamed && times == 1
            ? [prefix + name]
            : Enumerable.Range(isNamed ? 1 : first, times).Select(number => prefix + name + number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The names inside of a repetition of a block.</summary>
    public DrawScope Inside(string repetition) => new(blocks, repetition + ".");

    private int Take(string kind, int count)
    {
        var first = _numbers.GetValueOrDefault(kind) + 1;
        _numbers[kind] = first + count - 1;
        return first;
    }
}

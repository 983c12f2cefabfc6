using System.Text;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Testing.Networks.Writing.Literals;

namespace NetGen.Testing.Networks.Writing;

/// <summary>Blocks: their classes, and the attributes that repeat them.</summary>
internal static class BlockWriter
{
    /// <summary>Writes one attribute for as many repetitions as one can declare.</summary>
    public static int Write(ReadOnlySpan<LayerSpec> layers, LayerListWriter list)
    {
        var block = (BlockSpec)layers[0];
        var (_, name) = Split(block.DeclaredBy);
        var first = list.Take(name, 0);
        var local = list.Local(block.Name);
        var isUnset = local == name + Number(first);

        // A name that is given ends with a letter, and with the repetition's number behind it where there are several.
        var isNumbered = isUnset || local.EndsWith('1');
        var stem = isUnset ? name : isNumbered ? local[..^1] : local;
        var times = 1;
        while (isNumbered && times < layers.Length && layers[times] is BlockSpec next && next.DeclaredBy == block.DeclaredBy && list.Local(next.Name) == stem + Number((isUnset ? first : 1) + times))
        {
            times++;
        }

        list.Take(name, times);
        list.Line($"Block<{block.DeclaredBy}>", [
            .. times == 1 ? Enumerable.Empty<string>() : [$"Times = {Number(times)}"],
            .. isUnset ? Enumerable.Empty<string>() : [$"Name = \"{stem}\""]]);
        return times;
    }

    /// <summary>Writes the classes of all blocks in a tree, each in its namespace.</summary>
    public static void WriteClasses(EquatableArray<LayerSpec> layers, StringBuilder text) => WriteClasses(layers, text, []);

    private static void WriteClasses(EquatableArray<LayerSpec> layers, StringBuilder text, HashSet<string> written)
    {
        foreach (var layer in layers)
        {
            WriteClasses(layer.Body, text, written);
            if (layer is BlockSpec block && written.Add(block.DeclaredBy))
            {
                var (space, name) = Split(block.DeclaredBy);
                text.Append("namespace ").Append(space).Append("\n{\n[global::NetGen.NetworkBlock]\n");
                new LayerListWriter(text, block.Name + ".").Write(block.Body);
                text.Append("internal sealed class ").Append(name).Append(";\n}\n");
            }
        }
    }

    private static (string Namespace, string Name) Split(string qualified)
    {
        var plain = qualified["global::".Length..];
        var point = plain.LastIndexOf('.');
        return (plain[..point], plain[(point + 1)..]);
    }
}

using System.Text;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Writing;

/// <summary>Writes the attributes of the layers of a network or of a block's class.</summary>
/// <param name="text">Takes them, one a line.</param>
/// <param name="prefix">What comes before the layers' names: the names of the blocks around, each with a point.</param>
internal sealed class LayerListWriter(StringBuilder text, string prefix)
{
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>Writes layers in order, with those inside of brackets.</summary>
    public void Write(EquatableArray<LayerSpec> layers)
    {
        for (var index = 0; index < layers.Count;)
        {
            index += LayerWriters.Write(layers.Items.AsSpan()[index..], this);
        }
    }

    /// <summary>Writes one attribute.</summary>
    /// <param name="attribute">What it is called, type arguments included.</param>
    /// <param name="arguments">Its arguments.</param>
    public void Line(string attribute, params IEnumerable<string> arguments) =>
        text.Append("[global::NetGen.").Append(attribute).Append('(').AppendJoin(", ", arguments).Append(")]\n");

    /// <summary>Writes the attribute of a layer.</summary>
    /// <param name="layer">Named by its kind and number unless it has another name.</param>
    /// <param name="attribute">What the attribute is called.</param>
    /// <param name="arguments">Its arguments but for the name.</param>
    public void Line(LayerSpec layer, string attribute, params IEnumerable<string> arguments)
    {
        var unset = layer.Kind + Literals.Number(Take(layer.Kind, 1));
        Line(attribute, Local(layer.Name) == unset ? arguments : arguments.Append($"Name = \"{Local(layer.Name)}\""));
    }

    /// <summary>A name without those of the blocks around.</summary>
    public string Local(string name) => name.StartsWith(prefix, StringComparison.Ordinal)
        ? name[prefix.Length..]
        : throw new InvalidOperationException($"'{name}' is in a block '{prefix}' but is not named so.");

    /// <summary>The number of the next of a kind, when some more of them come.</summary>
    public int Take(string kind, int count)
    {
        var first = _numbers.GetValueOrDefault(kind) + 1;
        _numbers[kind] = first + count - 1;
        return first;
    }
}

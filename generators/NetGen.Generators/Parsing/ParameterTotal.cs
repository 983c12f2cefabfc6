using NetGen.Generators.Diagnostics;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>Sums a network's parameters and remembers the layer with the most, at which too large a sum is reported.</summary>
internal sealed class ParameterTotal
{
    // A layer has at most 262,144 x 262,145 parameters, about 2^36: far from overflow for any number of layers a source file can hold.
    private long _total;
    private LayerResult? _largest;
    private string _name = "";
    private AttributeReader? _reader;

    /// <summary>Counts one layer.</summary>
    public void Add(string name, LayerResult result, AttributeReader reader)
    {
        _total += result.Parameters;
        if (result.Parameters > (_largest?.Parameters ?? 0))
        {
            (_largest, _name, _reader) = (result, name, reader);
        }
    }

    /// <summary>Reports a sum that does not fit.</summary>
    public void Check(string network)
    {
        if (_total > Limits.Parameters && _largest is not null)
        {
            _reader!.Report(
                StructureRules.SizeTooLarge,
                _largest.SizeArgument,
                "'" + network + "'",
                Numbers.Text(_total) + " parameters, " + Numbers.Text(_largest.Parameters) + " of them in '" + _name + "',",
                Numbers.Text(Limits.Parameters) + " (one array of float32)",
                "declare fewer units");
        }
    }
}

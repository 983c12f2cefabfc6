using NetGen.Generators.Model;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Whether a network as a whole fits: its parameters into one array, and what a pass keeps into another. Remembers the largest layer, at which too large a
/// sum is reported.
/// </summary>
internal sealed class SizeChecks
{
    // A pass keeps a few values for each unit and sample of a block of up to 256 samples, and turned weights. Below this share of the limit, it fits.
    private const long SurelyFits = Limits.Parameters / 4;
    private const long ValuesPerUnit = 64;

    // A layer has at most 262,144 x 262,145 parameters, about 2^36: far from overflow for any number of layers a source file can hold.
    private long _parameters;
    private long _units;
    private long _largest = -1;
    private string _name = "";
    private string _argument = "";
    private AttributeReader? _reader;
    private long _parametersOfLargest;

    /// <summary>Counts one layer, where it is known.</summary>
    public void Add(AttributeReader reader, LayerResult result)
    {
        if (result.Layer is not { } layer)
        {
            return;
        }

        var units = layer.Output.Size;
        _parameters += result.Parameters;
        _units += units;
        if (result.Parameters + units > _largest)
        {
            (_largest, _name, _argument, _reader, _parametersOfLargest) = (result.Parameters + units, layer.Name, result.SizeArgument, reader, result.Parameters);
        }
    }

    /// <summary>Reports parameters that do not fit.</summary>
    public void CheckParameters(string network)
    {
        if (_parameters > Limits.Parameters)
        {
            Report(network, Numbers.Text(_parameters) + " parameters, " + Numbers.Text(_parametersOfLargest) + " of them in '" + _name + "',");
        }
    }

    /// <summary>Reports a pass that does not fit.</summary>
    /// <param name="network">A network without any other error.</param>
    /// <param name="cancellationToken">Honoured from layer to layer.</param>
    public void CheckWorkspace(NetworkSpec network, CancellationToken cancellationToken)
    {
        if (_parameters < SurelyFits && _units * ValuesPerUnit < SurelyFits)
        {
            return;
        }

        var length = WorkspaceLength.Of(network, cancellationToken);
        if (length > Limits.Parameters)
        {
            Report(network.Type.Name, Numbers.Text(length) + " values to keep in a training pass, most of them for '" + _name + "',");
        }
    }

    private void Report(string network, string what) => _reader?.Report(
        StructureRules.SizeTooLarge,
        _argument,
        "'" + network + "'",
        what,
        Numbers.Text(Limits.Parameters) + " (one array of float32)",
        "declare fewer units");
}

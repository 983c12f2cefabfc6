using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>One layer's attribute, and what is known of the network before it.</summary>
/// <param name="Reader">Reads the attribute and takes errors.</param>
/// <param name="Network">The class.</param>
/// <param name="Name">The layer's name, valid and free.</param>
/// <param name="Input">What the layer receives; null where that is not known.</param>
/// <param name="IsFirst">Whether it receives the network's input.</param>
/// <param name="Received">The activation of the layer before; null for the first layer and where it is not known.</param>
internal sealed record LayerContext(
    AttributeReader Reader,
    INamedTypeSymbol Network,
    string Name,
    Shape? Input,
    bool IsFirst,
    ActivationSpec? Received)
{
    /// <summary>A number of units, channels or the like from the constructor; null, with an error, where it is below 1 or too large.</summary>
    /// <param name="parameter">The constructor's parameter.</param>
    public int? Size(string parameter)
    {
        if (Reader.Integer(parameter) is not { } size)
        {
            return null;
        }

        if (size < 1)
        {
            Reader.Report(StructureRules.SizeTooSmall, parameter, parameter, Reader.Subject, Numbers.Text((long)size));
            return null;
        }

        if (size > Limits.ValuesPerSample)
        {
            Reader.Report(
                StructureRules.SizeTooLarge,
                parameter,
                "L" + Reader.Subject.Substring(1),
                Numbers.Text((long)size) + " " + parameter,
                Numbers.Text((long)Limits.ValuesPerSample) + " (1 MiB of float32 a sample)",
                "declare fewer " + parameter);
            return null;
        }

        return size;
    }
}

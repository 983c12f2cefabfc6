using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>One layer's attribute, and what is known of the network before it.</summary>
/// <param name="Reader">Reads the attribute and takes errors.</param>
/// <param name="Network">The class.</param>
/// <param name="Name">The layer's name, valid and free.</param>
/// <param name="Input">What the layer receives per sample; null where that is not known.</param>
/// <param name="Received">Where that comes from; null where it is not known.</param>
internal sealed record LayerContext(
    AttributeReader Reader,
    INamedTypeSymbol Network,
    string Name,
    Shape? Input,
    Received? Received)
{
    /// <summary>What messages call the layer at the start of a sentence.</summary>
    public string Subject => "L" + Reader.Subject.Substring(1);

    /// <summary>What is known of a layer that keeps its input's shape.</summary>
    /// <param name="create">Makes the layer of its input; called where that is known.</param>
    /// <param name="gives">What the next layer receives.</param>
    /// <param name="parametersPerFeature">Trainable parameters for each feature of the last axis.</param>
    public LayerResult Keeping(Func<Shape, LayerSpec> create, Received? gives, int parametersPerFeature = 0) =>
        Input is { } input ? new(create(input), input, gives, (long)parametersPerFeature * input.Last) : new(null, null, gives);

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
                Subject,
                Numbers.Text((long)size) + " " + parameter,
                Numbers.Text((long)Limits.ValuesPerSample) + " (1 MiB of float32 a sample)",
                "declare fewer " + parameter);
            return null;
        }

        return size;
    }
}

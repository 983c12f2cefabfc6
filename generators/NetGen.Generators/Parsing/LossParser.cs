using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing;

/// <summary>Reads <c>[Loss]</c>.</summary>
internal static class LossParser
{
    /// <summary>What a network without <c>[Loss]</c> is trained on.</summary>
    public static LossSpec Default { get; } = new(LossKind.MeanSquaredError);

    /// <summary>The loss, or null where it is none.</summary>
    public static LossSpec? Parse(NetworkAttribute attribute, INamedTypeSymbol network, ErrorList errors)
    {
        var reader = new AttributeReader(attribute.Data, "the loss of '" + network.Name + "'", errors);
        if (reader.TypeArgument is { } type)
        {
            return CustomTypes.Name(type, "ILoss", ErrorPlace.TypeArgument, reader, network) is { } name ? new LossSpec(LossKind.Custom, CustomType: name) : null;
        }

        if (reader.Choice("loss", LossKind.MeanSquaredError, "Loss") is not { } kind)
        {
            return null;
        }

        var delta = reader.Takes("Delta", kind == LossKind.Huber, "Loss." + kind, "Loss.Huber") ? reader.Number("Delta", 1, NumberRange.Positive) : 1;
        return new LossSpec(kind, delta);
    }
}

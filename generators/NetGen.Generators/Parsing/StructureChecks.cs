using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>Whether a network's attributes are all there, readable, once each where once is meant, on one declaration and in order.</summary>
internal static class StructureChecks
{
    /// <summary>Reports what is not so.</summary>
    public static void Check(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        CheckReadable(type, attributes, errors);
        CheckBlockAlone(type, attributes, errors);
        CheckPresence(type, attributes, errors);
        CheckOnce(type, attributes, errors);
        if (!CheckOneDeclaration(type, attributes, errors))
        {
            CheckOrder(type, attributes, errors);
        }
    }

    /// <summary>Reports what is not so of a class of layers for networks.</summary>
    public static void CheckBlock(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        CheckReadable(type, attributes, errors);
        CheckOneDeclaration(type, attributes, errors);
        CheckBlockAlone(type, attributes, errors);
        if (!attributes.Any(static attribute => attribute.Role == AttributeRole.Layer))
        {
            errors.Add(BlockRules.EmptyBlock, ErrorPlace.Of(First(attributes, AttributeRole.Block).Data), type.Name);
        }
    }

    /// <summary>A class is a network or a part of networks.</summary>
    private static void CheckBlockAlone(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        if (attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Block) is not { } block)
        {
            return;
        }

        if (attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Network) is { } network)
        {
            errors.Add(BlockRules.NotOfABlock, ErrorPlace.Of(block.Data), type.Name, block.Display, network.Display);
            return;
        }

        foreach (var attribute in attributes)
        {
            if (attribute.Role is AttributeRole.Input or AttributeRole.Loss or AttributeRole.Training)
            {
                errors.Add(BlockRules.NotOfABlock, ErrorPlace.Of(attribute.Data), type.Name, attribute.Display, block.Display);
            }
        }
    }

    private static NetworkAttribute First(ImmutableArray<NetworkAttribute> attributes, AttributeRole role) => attributes.First(attribute => attribute.Role == role);

    private static void CheckReadable(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        foreach (var attribute in attributes)
        {
            if (!attribute.IsReadable)
            {
                errors.Add(StructureRules.Unreadable, ErrorPlace.Of(attribute.Data), attribute.Display, type.Name);
            }
        }
    }

    private static void CheckPresence(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        var network = First(attributes, AttributeRole.Network);
        if (!attributes.Any(static attribute => attribute.Role == AttributeRole.Input))
        {
            errors.Add(StructureRules.NoInput, ErrorPlace.Of(network.Data), type.Name);
        }

        if (!attributes.Any(static attribute => attribute.Role == AttributeRole.Layer))
        {
            errors.Add(StructureRules.NoLayer, ErrorPlace.Of(network.Data), type.Name);
        }
    }

    private static void CheckOnce(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        foreach (var role in new[] { AttributeRole.Network, AttributeRole.Input, AttributeRole.Loss, AttributeRole.Training })
        {
            foreach (var attribute in attributes.Where(attribute => attribute.Role == role).Skip(1))
            {
                errors.Add(StructureRules.MoreThanOnce, ErrorPlace.Of(attribute.Data), type.Name, "[" + (role == AttributeRole.Network ? "NeuralNetwork" : role.ToString()) + "]");
            }
        }
    }

    /// <summary>C# gives the declarations of a partial class no order, and so none to attributes spread over them.</summary>
    private static bool CheckOneDeclaration(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        NetworkAttribute? first = null;
        var reported = -1;
        foreach (var attribute in attributes)
        {
            if (attribute.Role is AttributeRole.Network or AttributeRole.Block)
            {
                continue;
            }

            first ??= attribute;
            if (attribute.Declaration != first.Declaration && attribute.Declaration != reported)
            {
                reported = attribute.Declaration;
                errors.Add(StructureRules.SeveralDeclarations, ErrorPlace.Of(attribute.Data), type.Name, first.Display, attribute.Display);
            }
        }

        return reported >= 0;
    }

    private static void CheckOrder(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        NetworkAttribute? before = null;
        foreach (var attribute in attributes)
        {
            if (attribute.Role is AttributeRole.Network or AttributeRole.Block)
            {
                continue;
            }

            // Roles ascend: input, layers, loss, training.
            if (before is not null && attribute.Role < before.Role)
            {
                errors.Add(StructureRules.OutOfOrder, ErrorPlace.Of(attribute.Data), attribute.Display, type.Name, before.Display);
                return;
            }

            before = attribute;
        }
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Reads a class's attributes into a <see cref="NetworkDeclaration"/>. Generator and analyzers share it, so that what the one emits and the others say agree.
/// Never throws but for cancellation, whatever the attributes hold.
/// </summary>
internal static class NetworkParser
{
    /// <summary>Reads a type that bears at least one of a network's attributes.</summary>
    public static ParsedNetwork Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        var attributes = NetworkAttributes.Of(type, cancellationToken);
        if (!attributes.Any(static attribute => attribute.Role == AttributeRole.Network))
        {
            return ParseWithoutNetwork(type, attributes, errors);
        }

        DeclarationChecks.Check(type, errors, cancellationToken);
        var canBeExtended = errors.Count == 0;
        StructureChecks.Check(type, attributes, errors);
        var taken = MemberChecks.Check(type, errors, cancellationToken);
        var input = ParseInput(type, attributes, errors);
        var size = new SizeChecks();
        var (layers, readers, output) = ParseLayers(type, attributes, input, size, errors, cancellationToken);
        size.CheckParameters(type.Name);
        var loss = attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Loss) is { } attribute
            ? LossParser.Parse(attribute, type, Judge(attribute, errors))
            : LossParser.Default;
        var training = attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Training) is { } trained
            ? TrainingParser.Parse(trained, type, Judge(trained, errors))
            : null;
        var place = TypeParser.Parse(type);
        var isKnown = input is not null && loss is not null && !layers.IsEmpty;
        if (isKnown && errors.Count == 0)
        {
            var network = new NetworkSpec(place, input!, layers, loss!);
            size.CheckWorkspace(network, cancellationToken);
            ExactGainChecks.Check(network, readers);
        }

        var declaration = new NetworkDeclaration(
            place,
            input,
            layers,
            output,
            loss,
            taken,
            HasErrors: errors.Count > 0 || !isKnown,
            canBeExtended);
        return new ParsedNetwork(declaration, training, errors.ToImmutable());
    }

    /// <summary>
    /// What the generator keeps of one declaration that bears <c>[NeuralNetwork]</c>. Where several declarations of a class do, which is an error, code is
    /// emitted for the first alone: a second file of the same name would end the generator.
    /// </summary>
    public static NetworkDeclaration Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = Parse(type, cancellationToken).Declaration;
        return NetworkAttributes.IsFirstDeclaration(type, context.TargetNode, cancellationToken) ? declaration : declaration with { CanBeExtended = false };
    }

    private static ParsedNetwork ParseWithoutNetwork(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors)
    {
        if (attributes is [var first, ..])
        {
            errors.Add(DeclarationRules.NoNeuralNetwork, ErrorPlace.Of(first.Data), type.Name, first.Display);
        }

        var nothing = new NetworkDeclaration(
            TypeParser.Parse(type),
            null,
            ImmutableArray<LayerSpec>.Empty,
            null,
            null,
            ImmutableArray<string>.Empty,
            HasErrors: true,
            CanBeExtended: false);
        return new ParsedNetwork(nothing, null, errors.ToImmutable());
    }

    /// <summary>The list that takes an attribute's errors: one that nobody reads where C# has its own and the rest would only follow from them.</summary>
    private static ErrorList Judge(NetworkAttribute attribute, ErrorList errors) => attribute.IsReadable ? errors : new ErrorList();

    private static InputSpec? ParseInput(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, ErrorList errors) =>
        attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Input) is { } attribute
            ? InputParser.Parse(attribute, type.Name, Judge(attribute, errors))
            : null;

    private static (ImmutableArray<LayerSpec> Layers, ImmutableArray<AttributeReader> Readers, Shape? Output) ParseLayers(
        INamedTypeSymbol type,
        ImmutableArray<NetworkAttribute> attributes,
        InputSpec? input,
        SizeChecks size,
        ErrorList errors,
        CancellationToken cancellationToken)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>();
        var readers = ImmutableArray.CreateBuilder<AttributeReader>();
        var names = new LayerNames(type, errors, cancellationToken);
        var shape = input?.Shape;
        ActivationSpec? received = null;
        var isFirst = true;
        foreach (var attribute in attributes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (attribute.Role != AttributeRole.Layer)
            {
                continue;
            }

            var name = names.Next(attribute);
            var reader = new AttributeReader(attribute.Data, "layer '" + name + "' of '" + type.Name + "'", Judge(attribute, errors));
            var result = attribute.Kind!.Parser.Parse(new LayerContext(reader, type, name, shape, isFirst, received));
            size.Add(name, result, reader);
            if (result.Layer is { } layer)
            {
                layers.Add(layer);
                readers.Add(reader);
            }

            (shape, received, isFirst) = (result.Output, result.Activation, false);
        }

        return (layers.ToImmutable(), readers.ToImmutable(), isFirst ? null : shape);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Blocks;
using NetGen.Generators.Parsing.Descriptors;
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
        var blocks = new BlockClasses(type, cancellationToken);
        var attributes = blocks.AttributesOf(type);
        if (Find(attributes, AttributeRole.Network) is not { } mark)
        {
            return ParseWithoutNetwork(type, attributes, blocks, errors);
        }

        DeclarationChecks.Check(type, errors, cancellationToken);
        var canBeExtended = errors.Count == 0;
        StructureChecks.Check(type, attributes, errors);
        var taken = MemberChecks.Check(type, errors, cancellationToken);
        var input = Find(attributes, AttributeRole.Input) is { } received ? InputParser.Parse(received, type.Name, Judge(received, errors)) : null;
        var session = new ReadingSession(blocks, new SizeChecks(), cancellationToken);
        var layers = LayerSequence.Read(attributes, new LayerScope(type, type, "", 0, errors, session) { HasMembers = true }, input?.Shape, Received.Input);
        session.Size.CheckParameters(type.Name);
        var loss = ParseLoss(type, attributes, layers, errors);
        var training = Find(attributes, AttributeRole.Training) is { } trained ? TrainingParser.Parse(trained, type, Judge(trained, errors)) : null;
        var declaration = new NetworkDeclaration(
            TypeParser.Parse(type),
            input,
            layers.Layers,
            attributes.Any(static attribute => attribute.Role == AttributeRole.Layer) ? layers.Shape : null,
            loss,
            taken,
            HasErrors: errors.HasErrors || !layers.IsComplete,
            canBeExtended,
            new AttributeReader(mark.Data, "'" + type.Name + "'", new ErrorList()).Flag("PrintGraph", unset: false));
        if (declaration.ToSpec() is { } network)
        {
            session.Size.CheckWorkspace(network, cancellationToken);
            ExactGainChecks.Check(network, layers.Steps);
        }

        declaration = declaration with { HasErrors = errors.HasErrors || declaration.ToSpec() is null };
        return new ParsedNetwork(declaration, training, errors.ToImmutable(), layers.Steps, layers.Starts);
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

    private static ParsedNetwork ParseWithoutNetwork(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, BlockClasses blocks, ErrorList errors)
    {
        var ofBlock = ImmutableArray<ParseError>.Empty;
        if (Find(attributes, AttributeRole.Block) is not null)
        {
            ofBlock = blocks.Check(type).Errors;
        }
        else if (attributes is [var first, ..])
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
        return new ParsedNetwork(nothing, null, errors.ToImmutable().AddRange(ofBlock), [], []);
    }

    /// <summary>The list that takes an attribute's errors: one that nobody reads where C# has its own and the rest would only follow from them.</summary>
    private static ErrorList Judge(NetworkAttribute attribute, ErrorList errors) => attribute.IsReadable ? errors : new ErrorList();

    private static NetworkAttribute? Find(ImmutableArray<NetworkAttribute> attributes, AttributeRole role) =>
        attributes.FirstOrDefault(attribute => attribute.Role == role);

    private static LossSpec? ParseLoss(INamedTypeSymbol type, ImmutableArray<NetworkAttribute> attributes, LayerSequence layers, ErrorList errors)
    {
        if (Find(attributes, AttributeRole.Loss) is not { } attribute)
        {
            return LossParser.Default;
        }

        var loss = LossParser.Parse(attribute, type, Judge(attribute, errors));
        if (loss is { TakesClassIndices: true } && layers is { IsCertain: true, Shape: { Rank: > 1 } output })
        {
            errors.Add(
                BlockRules.ScoresOfHigherRank,
                ErrorPlace.Of(attribute.Data, "loss"),
                loss.Name,
                type.Name,
                Shape.Of(output.Last).ToString(),
                output.ToString());
        }

        return loss;
    }
}

using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>Reads <c>[Block&lt;TBlock&gt;]</c>: the layers of another class, once for each repetition.</summary>
internal sealed class BlockParser : LayerParser
{
    private const string Times = "Times";

    /// <inheritdoc/>
    public override ITypeSymbol? BlockOf(NetworkAttribute attribute) => attribute.Data.AttributeClass is { TypeArguments: [var type] } ? type : null;

    /// <inheritdoc/>
    public override string? Stem(NetworkAttribute attribute) => BlockOf(attribute)?.Name is { Length: > 0 } name ? name : base.Stem(attribute);

    /// <inheritdoc/>
    public override int Names(NetworkAttribute attribute)
    {
        foreach (var pair in attribute.Data.NamedArguments)
        {
            if (pair is { Key: Times, Value: { Kind: TypedConstantKind.Primitive, Value: int times } })
            {
                return Math.Max(1, Math.Min(times, Limits.Layers));
            }
        }

        return 1;
    }

    /// <inheritdoc/>
    public override void Read(LayerSequence layers, NetworkAttribute attribute)
    {
        var names = layers.NextNames(attribute);
        var reader = layers.ReaderOf(attribute, "block", names[0]);
        var isCounted = !reader.Has(Times) || reader.Count(Times, Limits.Layers) > 0;
        if (Find(layers, attribute, reader) is not { } type || !isCounted)
        {
            layers.AddUnknown(attribute);
            return;
        }

        var blocks = layers.Scope.Session.Blocks;
        var canBeShown = blocks.CanShow(type);
        var errors = layers.Scope.Errors.ForBlock(canBeShown ? null : ErrorPlace.Of(attribute.Data));
        if (!IsRight(layers, type, errors, canBeShown))
        {
            layers.AddUnknown(attribute);
            return;
        }

        var declaredBy = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        foreach (var name in names)
        {
            if (!layers.IsCertain || layers.Scope.Session.IsFull)
            {
                layers.AddUnknown(attribute);
                return;
            }

            var scope = layers.Scope.Inside(type, name, layers.OpenBlocks, errors);
            var inner = LayerSequence.Read(blocks.AttributesOf(type), scope, layers.Shape, layers.Received);
            layers.Add(attribute, name, inner, declaredBy, canBeShown);
        }
    }

    /// <summary>The block's class, or null, with an error, where it is none that can be used here.</summary>
    private INamedTypeSymbol? Find(LayerSequence layers, NetworkAttribute attribute, AttributeReader reader)
    {
        var blocks = layers.Scope.Session.Blocks;
        if (BlockOf(attribute) is not INamedTypeSymbol type || !blocks.IsBlock(type))
        {
            var display = BlockOf(attribute)?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) ?? "";
            reader.Report(BlockRules.NotABlock, ErrorPlace.TypeArgument, display, reader.Subject);
            return null;
        }

        if (blocks.FindCycle(layers.Scope.Type, type) is { } cycle)
        {
            reader.Report(BlockRules.Cycle, ErrorPlace.TypeArgument, layers.Scope.Type.Name, cycle);
            return null;
        }

        if (layers.Scope.Depth + layers.OpenBlocks >= Limits.Nesting)
        {
            Nesting.Report(layers, attribute);
            return null;
        }

        return type;
    }

    /// <summary>Whether the block's class is right by itself. What is not is reported by the analysis of that class, where there is one.</summary>
    private static bool IsRight(LayerSequence layers, INamedTypeSymbol type, ErrorList errors, bool canBeShown)
    {
        var check = layers.Scope.Session.Blocks.Check(type);
        if (!check.HasErrors)
        {
            return true;
        }

        layers.Scope.Errors.AddElsewhere();
        if (!canBeShown)
        {
            foreach (var error in check.Errors)
            {
                errors.Add(error.Descriptor, error.Place, [.. error.Arguments]);
            }
        }

        return false;
    }
}

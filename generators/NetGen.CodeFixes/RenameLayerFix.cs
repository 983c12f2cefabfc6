using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Gives a layer whose name is taken or no identifier a name near the one it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameLayerFix))]
[Shared]
public sealed class RenameLayerFix : NetworkCodeFix
{
    private const string Property = "Name";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN018", "NETGEN019", "NETGEN020"];

    private protected override string? Title(FixTarget target) => NewName(target) is { } found ? "Name the layer '" + found.Name + "'" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var (name, attribute) = NewName(target)!.Value;
        foreach (var repetition in LayerNames.Repeat(name, attribute))
        {
            target.Names.Add(TypeOf(target)!.ToDisplayString(), repetition);
        }

        var literal = SyntaxFactory.Literal(name).ToString();
        editor.ReplaceNode(target.Attribute!, (current, _) => ((AttributeSyntax)current).WithProperty(Property, literal));
    }

    private static INamedTypeSymbol? TypeOf(FixTarget target) =>
        target.Declaration is { } declaration ? target.Model.GetDeclaredSymbol(declaration, target.CancellationToken) : null;

    private static (string Name, NetworkAttribute Attribute)? NewName(FixTarget target)
    {
        if (target.Attribute is not { } syntax || TypeOf(target) is not { } type)
        {
            return null;
        }

        var attributes = NetworkAttributes.Of(type, target.CancellationToken)
            .Where(static candidate => candidate.Role == AttributeRole.Layer)
            .ToList();
        var index = attributes.FindIndex(candidate => candidate.Data.ApplicationSyntaxReference?.Span == syntax.Span
            && candidate.Data.ApplicationSyntaxReference.SyntaxTree == syntax.SyntaxTree);
        if (index < 0)
        {
            return null;
        }

        var (attribute, declared) = (attributes[index], LayerNames.Declared(attributes));
        if (declared[index].IsEmpty || attribute.Kind!.Parser.Stem(attribute) is not { } kind)
        {
            return null;
        }

        var used = new HashSet<string>(declared.SelectMany(static names => names), StringComparer.Ordinal);
        var isRepeated = declared[index].Length > 1;
        var name = Stem(LayerNames.DeclaredName(attribute) ?? (isRepeated ? kind : declared[index][0]), kind);
        if (IsFree(name))
        {
            return (name, attribute);
        }

        // The names of repetitions end in a number of their own.
        var stem = isRepeated ? name + "_" : name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        stem = stem.Length == 0 ? kind : stem;
        for (var number = 2; ; number++)
        {
            target.CancellationToken.ThrowIfCancellationRequested();
            name = stem + number.ToString(CultureInfo.InvariantCulture) + (isRepeated ? "_" : "");
            if (IsFree(name))
            {
                return (name, attribute);
            }
        }

        // A block that is repeated takes a name for each repetition.
        bool IsFree(string candidate) => LayerNames.Repeat(candidate, attribute).All(repetition =>
            !used.Contains(repetition)
            && !target.Names.Contains(type.ToDisplayString(), repetition)
            && Members.OwnerOf(repetition, type, target.CancellationToken) is null);
    }

    /// <summary>What of a name can stand in an identifier: 'Hidden layer-1' gives 'Hiddenlayer1'.</summary>
    private static string Stem(string name, string kind)
    {
        var kept = new string([.. name.Where(static character => SyntaxFacts.IsIdentifierPartCharacter(character)
            && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)]).TrimStart(ReservedNames.FieldPrefix);
        return Identifiers.IsValid(kept) ? kept : kind + kept;
    }
}

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

    private protected override string? Title(FixTarget target) => NewName(target) is { } name ? "Name the layer '" + name + "'" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var name = NewName(target)!;
        target.Names.Add(TypeOf(target)!.ToDisplayString(), name);
        editor.ReplaceNode(target.Attribute!, (current, _) => Rename((AttributeSyntax)current, name));
    }

    private static INamedTypeSymbol? TypeOf(FixTarget target) =>
        target.Declaration is { } declaration ? target.Model.GetDeclaredSymbol(declaration, target.CancellationToken) : null;

    private static string? NewName(FixTarget target)
    {
        if (target.Attribute is not { } attribute || TypeOf(target) is not { } type)
        {
            return null;
        }

        var attributes = NetworkAttributes.Of(type, target.CancellationToken)
            .Where(static candidate => candidate.Role == AttributeRole.Layer)
            .ToList();
        var index = attributes.FindIndex(candidate => candidate.Data.ApplicationSyntaxReference?.Span == attribute.Span
            && candidate.Data.ApplicationSyntaxReference.SyntaxTree == attribute.SyntaxTree);
        if (index < 0)
        {
            return null;
        }

        var declared = LayerNames.Declared(attributes);
        var used = new HashSet<string>(declared, StringComparer.Ordinal);
        var name = Stem(declared[index], attributes[index].Kind!.Name);
        if (IsFree(name))
        {
            return name;
        }

        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        stem = stem.Length == 0 ? attributes[index].Kind!.Name : stem;
        for (var number = 2; ; number++)
        {
            target.CancellationToken.ThrowIfCancellationRequested();
            name = stem + number.ToString(CultureInfo.InvariantCulture);
            if (IsFree(name))
            {
                return name;
            }
        }

        bool IsFree(string candidate) =>
            !used.Contains(candidate)
            && !target.Names.Contains(type.ToDisplayString(), candidate)
            && Members.OwnerOf(candidate, type, target.CancellationToken) is null;
    }

    /// <summary>What of a name can stand in an identifier: 'Hidden layer-1' gives 'Hiddenlayer1'.</summary>
    private static string Stem(string name, string kind)
    {
        var kept = new string([.. name.Where(static character => SyntaxFacts.IsIdentifierPartCharacter(character)
            && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)]).TrimStart(ReservedNames.FieldPrefix);
        return Identifiers.IsValid(kept) ? kept : kind + kept;
    }

    private static AttributeSyntax Rename(AttributeSyntax attribute, string name)
    {
        var value = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == Property)
            {
                return attribute.ReplaceNode(argument.Expression, value.WithTriviaFrom(argument.Expression));
            }
        }

        var added = SyntaxFactory.ParseAttributeArgumentList("(" + Property + " = " + value + ")")!.Arguments[0];
        var list = attribute.ArgumentList ?? SyntaxFactory.ParseAttributeArgumentList("()")!;
        var arguments = list.Arguments;
        var separators = arguments.GetSeparators().ToList();
        if (arguments.Count > 0)
        {
            separators.Add(SyntaxFactory.Token(default, SyntaxKind.CommaToken, [SyntaxFactory.Space]));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(arguments.Append(added), separators)));
    }
}

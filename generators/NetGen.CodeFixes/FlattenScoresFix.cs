using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Joins the axes before the layer that gives the scores, where that layer is one of the network's own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenScoresFix))]
[Shared]
public sealed class FlattenScoresFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN042"];

    private protected override string? Title(FixTarget target) => Scores(target) is { } found ? "Add [Flatten] before '" + found.Name + "'" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var scores = Scores(target)!.Value.Syntax;
        var (list, position) = Networks.PlaceOf(scores);
        var flatten = AttributeLists.Create(scores, "Flatten");
        editor.ReplaceNode(target.Declaration!, (current, _) => AttributeLists.InsertBefore((TypeDeclarationSyntax)current, list, position, flatten));
    }

    /// <summary>The last layer that mixes features; null where it is inside of a block, or more than values pass behind it.</summary>
    private static (string Name, AttributeSyntax Syntax)? Scores(FixTarget target)
    {
        if (target.Declaration is not { } declaration || target.Model.GetDeclaredSymbol(declaration, target.CancellationToken) is not INamedTypeSymbol type)
        {
            return null;
        }

        var parsed = NetworkParser.Parse(type, target.CancellationToken);
        var layers = parsed.Declaration.Layers;
        for (var index = layers.Count - 1; index >= 0 && layers[index].Body.Count == 0; index--)
        {
            if (layers[index].IsPositionwise)
            {
                return parsed.Roots[index].Data.ApplicationSyntaxReference?.GetSyntax(target.CancellationToken) is AttributeSyntax syntax ? (layers[index].Name, syntax) : null;
            }
        }

        return null;
    }
}

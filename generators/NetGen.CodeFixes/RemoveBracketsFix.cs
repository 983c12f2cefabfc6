using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Removes both brackets of a residual block with nothing inside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBracketsFix))]
[Shared]
public sealed class RemoveBracketsFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN035"];

    private protected override string? Title(FixTarget target) => Opening(target) is null ? null : "Remove both brackets";

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var (opening, closing) = (Opening(target)!, target.Attribute!);
        if (opening.Parent == closing.Parent && opening.Parent is AttributeListSyntax { Attributes.Count: 2 } list)
        {
            editor.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepDirectives);
            return;
        }

        // A comment above the opening bracket goes to what follows it, which the closing one must not be any more.
        DeclarationEdits.Remove(editor, closing);
        DeclarationEdits.Remove(editor, opening);
    }

    /// <summary>The bracket that the one at the location closes: nothing is declared between the two.</summary>
    private static AttributeSyntax? Opening(FixTarget target)
    {
        if (target.Declaration is not { } declaration)
        {
            return null;
        }

        var layers = Networks.On(declaration, target.Model, target.CancellationToken).Where(static slot => slot.Attribute.Role == AttributeRole.Layer).ToList();
        var index = layers.FindIndex(slot => slot.Syntax == target.Attribute);
        return index > 0 ? layers[index - 1].Syntax : null;
    }
}

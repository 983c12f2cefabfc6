using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Removes an attribute that may be there once and is there again, closes no bracket, or does not belong to a block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix))]
[Shared]
public sealed class RemoveAttributeFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN014", "NETGEN033", "NETGEN040"];

    private protected override string? Title(FixTarget target) =>
        target is { Attribute: { } attribute, Declaration: not null } ? "Remove [" + attribute + "]" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var attribute = target.Attribute!;
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1)
        {
            editor.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepDirectives);
        }
        else
        {
            editor.RemoveNode(attribute);
        }
    }
}

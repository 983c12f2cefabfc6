using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Removes a property that does not apply or has no valid value, which leaves its default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix))]
[Shared]
public sealed class RemoveArgumentFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        ["NETGEN022", "NETGEN023", "NETGEN024", "NETGEN025", "NETGEN026", "NETGEN029", "NETGEN030", "NETGEN031"];

    private protected override string? Title(FixTarget target) =>
        target is { Property: { } property, Attribute: not null } ? "Remove '" + property + "'" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var property = target.Property!;
        editor.ReplaceNode(target.Attribute!, (current, _) => ((AttributeSyntax)current).WithoutProperty(property));
    }
}

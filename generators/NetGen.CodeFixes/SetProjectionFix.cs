using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Gives a residual block that changes the number of features a projection on the way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetProjectionFix))]
[Shared]
public sealed class SetProjectionFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN036"];

    private protected override string? Title(FixTarget target) => target.Attribute is null ? null : "Set Projection = true";

    private protected override void Edit(SyntaxEditor editor, FixTarget target) =>
        editor.ReplaceNode(target.Attribute!, static (current, _) => ((AttributeSyntax)current).WithProperty("Projection", "true"));
}

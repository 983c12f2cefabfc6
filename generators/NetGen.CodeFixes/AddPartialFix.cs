using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Adds <c>partial</c> to a network's class or a type that contains one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix))]
[Shared]
public sealed class AddPartialFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN001", "NETGEN002"];

    private protected override string? Title(FixTarget target) =>
        target.Declaration is { } declaration ? "Make '" + declaration.Identifier.ValueText + "' partial" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target) =>
        editor.ReplaceNode(target.Declaration!, static (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current));
}

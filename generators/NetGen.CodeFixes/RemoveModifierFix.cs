using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Removes a modifier that a network's class or one of its members cannot have: static, abstract, file, required.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveModifierFix))]
[Shared]
public sealed class RemoveModifierFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN004", "NETGEN006", "NETGEN009"];

    private protected override string? Title(FixTarget target) =>
        Find(target) is { } found ? "Remove '" + SyntaxFacts.GetText(found.Modifier) + "'" : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var (member, modifier) = Find(target)!.Value;
        editor.ReplaceNode(member, (current, _) => Modifiers.Remove((MemberDeclarationSyntax)current, modifier));
    }

    private static (MemberDeclarationSyntax Member, SyntaxKind Modifier)? Find(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        SyntaxKind[] candidates = target.Diagnostic.Id switch
        {
            "NETGEN004" => [SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword],
            "NETGEN006" => [SyntaxKind.FileKeyword],
            _ => [SyntaxKind.RequiredKeyword],
        };
        foreach (var candidate in candidates)
        {
            if (member.Modifiers.Any(candidate))
            {
                return (member, candidate);
            }
        }

        return null;
    }
}

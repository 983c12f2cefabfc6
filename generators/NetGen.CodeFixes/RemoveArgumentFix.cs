using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
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
        var property = target.Property;
        editor.ReplaceNode(target.Attribute!, (current, _) => Remove((AttributeSyntax)current, property!));
    }

    private static AttributeSyntax Remove(AttributeSyntax attribute, string property)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].NameEquals?.Name.Identifier.ValueText != property)
            {
                continue;
            }

            if (arguments.Count == 1)
            {
                return attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia());
            }

            // What followed the last argument follows the one that is last now.
            var rest = arguments.RemoveAt(i);
            if (i == rest.Count)
            {
                rest = rest.Replace(rest[i - 1], rest[i - 1].WithTrailingTrivia(arguments[i].GetTrailingTrivia()));
            }

            return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(rest));
        }

        return attribute;
    }
}

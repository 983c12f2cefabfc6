using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Puts a network's attributes in order: input, layers as they stand, loss.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReorderAttributesFix))]
[Shared]
public sealed class ReorderAttributesFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN013"];

    private protected override string? Title(FixTarget target) => target.Declaration is null ? null : "Put the attributes in order";

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var slots = Networks.On(target.Declaration!, target.Model, target.CancellationToken)
            .Where(static slot => slot.Attribute.Role is not (AttributeRole.Network or AttributeRole.Block))
            .ToList();
        var sorted = slots.OrderBy(static slot => slot.Attribute.Role).Select(static slot => slot.Syntax).ToList();
        var alone = slots.TrueForAll(static slot => ((AttributeListSyntax)slot.Syntax.Parent!).Attributes.Count == 1);
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i].Syntax == sorted[i])
            {
                continue;
            }

            if (alone)
            {
                // A comment at the end of the line goes with its attribute; what stands above a line stays there.
                var list = (AttributeListSyntax)slots[i].Syntax.Parent!;
                editor.ReplaceNode(list, ((AttributeListSyntax)sorted[i].Parent!).WithLeadingTrivia(list.GetLeadingTrivia()));
            }
            else
            {
                editor.ReplaceNode(slots[i].Syntax, sorted[i].WithTriviaFrom(slots[i].Syntax));
            }
        }
    }
}

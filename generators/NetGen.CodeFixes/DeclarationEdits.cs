using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Model;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Writes what a changed network differs in from the declared one into the attributes, and leaves everything else as it is written.</summary>
internal static class DeclarationEdits
{
    /// <summary>Edits one declaration.</summary>
    public static void Apply(SyntaxEditor editor, TypeDeclarationSyntax type, SignalChange change, CancellationToken cancellationToken)
    {
        var (declared, network) = (change.Declared, change.Network);
        var (steps, changed) = (declared.Network.Steps, network.Steps);
        if (declared.Network.Loss != network.Loss && declared.Find(AttributeRole.Loss) is null)
        {
            AddLoss(editor, type, Syntax(declared.Layer(steps.Count - 1), cancellationToken), network.Loss);
        }

        for (var index = 0; index < steps.Count; index++)
        {
            var before = steps[index];
            var syntax = Syntax(declared.Layer(index), cancellationToken);
            if (changed.FirstOrDefault(layer => layer.Name == before.Name) is not { } after)
            {
                Remove(editor, syntax);
            }
            else if (before != after)
            {
                editor.ReplaceNode(syntax, (current, _) => LayerEdits.Write((AttributeSyntax)current, before, after));
            }
        }

        Edit(editor, declared.Find(AttributeRole.Input), declared.Network.Input != network.Input, current => Input(current, network.Input), cancellationToken);
        Edit(editor, declared.Find(AttributeRole.Loss), declared.Network.Loss != network.Loss, current => Loss(current, network.Loss), cancellationToken);
        Edit(
            editor,
            declared.Find(AttributeRole.Training),
            declared.Training?.LearningRate != change.Training?.LearningRate,
            current => current.WithProperty("LearningRate", Expressions.Number(change.Training!.LearningRate)),
            cancellationToken);
    }

    private static AttributeSyntax Syntax(NetworkAttribute attribute, CancellationToken cancellationToken) =>
        (AttributeSyntax)attribute.Data.ApplicationSyntaxReference!.GetSyntax(cancellationToken);

    private static void Edit(
        SyntaxEditor editor, NetworkAttribute? attribute, bool isChanged, Func<AttributeSyntax, AttributeSyntax> change, CancellationToken cancellationToken)
    {
        if (attribute is not null && isChanged)
        {
            editor.ReplaceNode(Syntax(attribute, cancellationToken), (current, _) => change((AttributeSyntax)current));
        }
    }

    private static AttributeSyntax Input(AttributeSyntax attribute, InputSpec input)
    {
        attribute = input.Scale == 1 ? attribute.WithoutProperty("Scale") : attribute.WithProperty("Scale", Expressions.Number(input.Scale));
        return input.Shift == 0 ? attribute.WithoutProperty("Shift") : attribute.WithProperty("Shift", Expressions.Number(input.Shift));
    }

    private static AttributeSyntax Loss(AttributeSyntax attribute, LossSpec loss)
    {
        attribute = attribute.WithoutTypeArgument().WithParameter("loss", 0, Expressions.Member("Loss", loss.Kind));
        return loss.Kind == LossKind.Huber && loss.Delta != 1
            ? attribute.WithProperty("Delta", Expressions.Number(loss.Delta))
            : attribute.WithoutProperty("Delta");
    }

    private static void AddLoss(SyntaxEditor editor, TypeDeclarationSyntax type, AttributeSyntax last, LossSpec loss)
    {
        var (list, position) = Networks.PlaceOf(last);
        var attribute = Loss(AttributeLists.Create(last, "Loss"), loss);
        editor.ReplaceNode(type, (current, _) => AttributeLists.InsertAfter((TypeDeclarationSyntax)current, list, position, attribute));
    }

    /// <summary>Takes an attribute out, with its line where it has one to itself. Comments and directives before it stay.</summary>
    private static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            editor.RemoveNode(attribute);
            return;
        }

        var keepsLeading = list.GetLeadingTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (keepsLeading && list.GetLeadingTrivia().Last().IsKind(SyntaxKind.WhitespaceTrivia))
        {
            // What follows has an indentation of its own.
            editor.ReplaceNode(list, static (current, _) => current.WithLeadingTrivia(current.GetLeadingTrivia().RemoveAt(current.GetLeadingTrivia().Count - 1)));
        }

        editor.RemoveNode(list, keepsLeading ? SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepDirectives : SyntaxRemoveOptions.KeepNoTrivia);
    }
}

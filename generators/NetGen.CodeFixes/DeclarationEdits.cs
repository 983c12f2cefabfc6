using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Model;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Training;

namespace NetGen.CodeFixes;

/// <summary>Writes what a changed network differs in from the declared one into the attributes, and leaves everything else as it is written.</summary>
internal static class DeclarationEdits
{
    /// <summary>
    /// Whether a changed network differs from the declared one in what the class itself declares: the layers of a block may serve other networks, and stay.
    /// </summary>
    public static bool CanWrite(DeclaredSignal declared, NetworkSpec network)
    {
        var (was, now) = (declared.Network.Steps, network.Steps.ToDictionary(static step => step.Name, StringComparer.Ordinal));
        for (var index = 0; index < was.Count; index++)
        {
            var before = was[index];
            var isOwn = declared.Steps[index].Block is null;
            var isWritable = now.TryGetValue(before.Name, out var after)
                ? after.WithInput(before.Input).Equals(before) || (isOwn && LayerEdits.CanWrite(after.Kind))
                : isOwn && before.Body.Count == 0;
            if (!isWritable)
            {
                return false;
            }
        }

        var names = new HashSet<string>(was.Select(static step => step.Name), StringComparer.Ordinal);
        var added = network.Steps.Where(step => !names.Contains(step.Name)).ToList();
        return added.TrueForAll(step => LayerEdits.CanWrite(step.Kind) && step.Body.Count == 0 && network.Layers.Take(network.Layers.Count - 1).Contains(step));
    }

    /// <summary>Edits one declaration.</summary>
    public static void Apply(SyntaxEditor editor, TypeDeclarationSyntax type, SignalChange change, CancellationToken cancellationToken) =>
        Apply(editor, type, change.Declared, change.Network, change.Training, cancellationToken);

    /// <summary>Edits one declaration.</summary>
    /// <param name="editor">Takes the edits.</param>
    /// <param name="type">The declaration.</param>
    /// <param name="declared">What it declares.</param>
    /// <param name="network">The network that it is to declare, one that <see cref="CanWrite"/> admits.</param>
    /// <param name="training">With what it is to be trained, where that is declared.</param>
    /// <param name="cancellationToken">Honoured by whatever takes long.</param>
    public static void Apply(
        SyntaxEditor editor, TypeDeclarationSyntax type, DeclaredSignal declared, NetworkSpec network, TrainingSpec? training, CancellationToken cancellationToken)
    {
        if (declared.Network.Loss != network.Loss && declared.Find(AttributeRole.Loss) is null)
        {
            AddLoss(editor, type, Syntax(declared.Attributes.Last(static attribute => attribute.Role == AttributeRole.Layer), cancellationToken), network.Loss);
        }

        AddLayers(editor, type, declared, network, cancellationToken);
        var (was, now) = (declared.Network.Steps, network.Steps.ToDictionary(static step => step.Name, StringComparer.Ordinal));
        for (var index = 0; index < was.Count; index++)
        {
            var before = was[index];
            if (declared.Steps[index].Block is not null)
            {
                continue;
            }

            var syntax = Syntax(declared.Steps[index].Attribute, cancellationToken);
            if (!now.TryGetValue(before.Name, out var after))
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
            declared.Training?.LearningRate != training?.LearningRate,
            current => current.WithProperty("LearningRate", Expressions.Number(training!.LearningRate)),
            cancellationToken);
    }

    /// <summary>Adds the layers that were not there before, each before the one that follows it; from the end, since places are counted from the start.</summary>
    private static void AddLayers(SyntaxEditor editor, TypeDeclarationSyntax type, DeclaredSignal declared, NetworkSpec network, CancellationToken cancellationToken)
    {
        var starts = declared.Network.Layers.Zip(declared.Roots, static (layer, start) => (layer.Name, start)).ToDictionary(static pair => pair.Name, static pair => pair.start, StringComparer.Ordinal);
        AttributeSyntax? next = null;
        foreach (var layer in network.Layers.Reverse())
        {
            if (starts.TryGetValue(layer.Name, out var start))
            {
                next = Syntax(start, cancellationToken);
            }
            else if (next is not null)
            {
                var (list, position) = Networks.PlaceOf(next);
                var attribute = LayerEdits.Create(next, layer);
                editor.ReplaceNode(type, (current, _) => AttributeLists.InsertBefore((TypeDeclarationSyntax)current, list, position, attribute));
            }
        }
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
    public static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
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

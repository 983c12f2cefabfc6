using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Adds a missing <c>[NeuralNetwork]</c>, <c>[Input]</c>, first layer or closing bracket where it belongs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAttributeFix))]
[Shared]
public sealed class AddAttributeFix : NetworkCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN008", "NETGEN010", "NETGEN011", "NETGEN034", "NETGEN041"];

    private protected override string? Title(FixTarget target)
    {
        if (target.Declaration is not { } declaration || Networks.On(declaration, target.Model, target.CancellationToken).IsEmpty)
        {
            return null;
        }

        return target.Diagnostic.Id switch
        {
            "NETGEN008" => "Add [NeuralNetwork]",
            "NETGEN010" => "Add [Input(1)], to be given the number of features",
            "NETGEN034" => "Add [EndResidual] after the last layer",
            _ => "Add [Dense(1)], to be given the number of units",
        };
    }

    private protected override void Edit(SyntaxEditor editor, FixTarget target)
    {
        var id = target.Diagnostic.Id;
        var (neighbour, before) = PlaceFor(id, Networks.On(target.Declaration!, target.Model, target.CancellationToken));
        var attribute = id switch
        {
            "NETGEN008" => AttributeLists.Create(neighbour, "NeuralNetwork"),
            "NETGEN010" => AttributeLists.Create(neighbour, "Input(1)"),
            "NETGEN034" => AttributeLists.Create(neighbour, "EndResidual"),
            _ => AttributeLists.Create(neighbour, "Dense(1)"),
        };

        // One document's fixes of one kind insert one attribute a declaration: the place found before the edit is still the place.
        var (list, position) = Networks.PlaceOf(neighbour);
        editor.ReplaceNode(target.Declaration!, (current, _) => before
            ? AttributeLists.InsertBefore((TypeDeclarationSyntax)current, list, position, attribute)
            : AttributeLists.InsertAfter((TypeDeclarationSyntax)current, list, position, attribute));
    }

    private static (AttributeSyntax Neighbour, bool Before) PlaceFor(string id, ImmutableArray<(AttributeSyntax Syntax, NetworkAttribute Attribute)> attributes)
    {
        if (id == "NETGEN008")
        {
            return (attributes[0].Syntax, true);
        }

        // An input comes before all else but [NeuralNetwork], a layer and a closing bracket before the loss and after the input.
        foreach (var (syntax, attribute) in attributes)
        {
            if (attribute.Role is AttributeRole.Loss or AttributeRole.Training || (attribute.Role == AttributeRole.Layer && id == "NETGEN010"))
            {
                return (syntax, true);
            }
        }

        return (attributes[attributes.Length - 1].Syntax, false);
    }
}

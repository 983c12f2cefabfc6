using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generators.Emit;
using NetGen.Generators.Parsing;

namespace NetGen.Generators;

/// <summary>Attributes on a partial class to the code of a neural network.</summary>
[Generator(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "NetGen.NeuralNetworkAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                static (syntax, cancellationToken) => NetworkParser.Parse(syntax, cancellationToken))
            .WithTrackingName(TrackingNames.Declarations);

        context.RegisterSourceOutput(declarations, static (production, declaration) =>
        {
            var text = NetworkEmitter.Emit(declaration, production.CancellationToken);
            if (text.Length > 0)
            {
                production.AddSource(declaration.Type.HintName + ".g.cs", SourceText.From(text, Encoding.UTF8));
            }
        });
    }
}

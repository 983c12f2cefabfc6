using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>What a diagnostic points at.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Node">The innermost node of its location.</param>
/// <param name="Model">The document's meaning before any fix.</param>
/// <param name="Names">Layer names that other fixes of the same run have given.</param>
/// <param name="CancellationToken">Honoured by whatever takes long.</param>
internal sealed record FixTarget(
    Diagnostic Diagnostic,
    SyntaxNode Node,
    SemanticModel Model,
    GivenNames Names,
    CancellationToken CancellationToken)
{
    /// <summary>The declaration at or around the location.</summary>
    public TypeDeclarationSyntax? Declaration => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>The attribute at or around the location.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The name of the property that the argument at the location sets, null for any other place.</summary>
    public string? Property => Node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.NameEquals?.Name.Identifier.ValueText;
}

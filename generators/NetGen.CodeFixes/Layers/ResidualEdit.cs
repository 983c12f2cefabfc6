using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[EndResidual]</c>.</summary>
internal sealed class ResidualEdit : LayerEdit<ResidualSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, ResidualSpec? before, ResidualSpec after) =>
        (before?.Projection is null) == (after.Projection is null) ? attribute
        : after.Projection is null ? attribute.WithoutProperty("Projection")
        : attribute.WithProperty("Projection", "true");
}

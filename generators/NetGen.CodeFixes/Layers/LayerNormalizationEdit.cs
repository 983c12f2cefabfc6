using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[LayerNormalization]</c>.</summary>
internal sealed class LayerNormalizationEdit : LayerEdit<LayerNormalizationSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, LayerNormalizationSpec? before, LayerNormalizationSpec after) =>
        Property(before is null ? attribute.WithoutProperty("Momentum") : attribute, "Epsilon", before?.Epsilon, after.Epsilon, 1e-5);
}

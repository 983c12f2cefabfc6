using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[RmsNormalization]</c>.</summary>
internal sealed class RmsNormalizationEdit : LayerEdit<RmsNormalizationSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, RmsNormalizationSpec? before, RmsNormalizationSpec after) =>
        Property(attribute, "Epsilon", before?.Epsilon, after.Epsilon, 1e-5);
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[BatchNormalization]</c>.</summary>
internal sealed class BatchNormalizationEdit : LayerEdit<BatchNormalizationSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, BatchNormalizationSpec? before, BatchNormalizationSpec after) =>
        Property(Property(attribute, "Momentum", before?.Momentum, after.Momentum, 0.1), "Epsilon", before?.Epsilon, after.Epsilon, 1e-5);
}

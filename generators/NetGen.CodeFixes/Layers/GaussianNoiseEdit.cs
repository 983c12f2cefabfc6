using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[GaussianNoise(standardDeviation)]</c>.</summary>
internal sealed class GaussianNoiseEdit : LayerEdit<GaussianNoiseSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, GaussianNoiseSpec? before, GaussianNoiseSpec after) =>
        Parameter(attribute, "standardDeviation", before?.StandardDeviation, after.StandardDeviation);
}

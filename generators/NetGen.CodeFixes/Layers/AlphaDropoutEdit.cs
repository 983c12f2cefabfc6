using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[AlphaDropout(rate)]</c>.</summary>
internal sealed class AlphaDropoutEdit : LayerEdit<AlphaDropoutSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, AlphaDropoutSpec? before, AlphaDropoutSpec after) =>
        Parameter(attribute, "rate", before?.Rate, after.Rate);
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[Dropout(rate)]</c>.</summary>
internal sealed class DropoutEdit : LayerEdit<DropoutSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, DropoutSpec? before, DropoutSpec after) =>
        Parameter(attribute, "rate", before?.Rate, after.Rate);
}

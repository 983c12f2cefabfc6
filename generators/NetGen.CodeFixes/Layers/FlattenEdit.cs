using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[Flatten]</c>.</summary>
internal sealed class FlattenEdit : LayerEdit<FlattenSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, FlattenSpec? before, FlattenSpec after) =>
        attribute;
}

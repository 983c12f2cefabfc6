using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[Activation(activation)]</c>.</summary>
internal sealed class ActivationLayerEdit : LayerEdit<ActivationLayerSpec>
{
    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, ActivationLayerSpec? before, ActivationLayerSpec after) =>
        ActivationEdits.Write(attribute, before?.Activation, after.Activation, position: 0, canBeLeftOut: false);
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes one kind of layer into its attribute.</summary>
internal abstract class LayerEdit
{
    /// <summary>The attribute with the arguments that differ, everything else as it is written.</summary>
    /// <param name="attribute">Of this kind.</param>
    /// <param name="before">What it declares; null where it is new, or was of another kind with the same arguments.</param>
    /// <param name="after">What it is to declare.</param>
    public abstract AttributeSyntax Write(AttributeSyntax attribute, LayerSpec? before, LayerSpec after);
}

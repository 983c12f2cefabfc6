using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes one kind of layer into its attribute.</summary>
/// <typeparam name="TLayer">The kind's spec.</typeparam>
internal abstract class LayerEdit<TLayer> : LayerEdit
    where TLayer : LayerSpec
{
    /// <inheritdoc/>
    public sealed override AttributeSyntax Write(AttributeSyntax attribute, LayerSpec? before, LayerSpec after) => Write(attribute, before as TLayer, (TLayer)after);

    /// <inheritdoc cref="LayerEdit.Write"/>
    protected abstract AttributeSyntax Write(AttributeSyntax attribute, TLayer? before, TLayer after);

    /// <summary>A number of the constructor.</summary>
    protected static AttributeSyntax Parameter(AttributeSyntax attribute, string name, double? before, double after) =>
        before == after ? attribute : attribute.WithParameter(name, 0, Expressions.Number(after));

    /// <summary>A number property that is left out where it has its default.</summary>
    protected static AttributeSyntax Property(AttributeSyntax attribute, string name, double? before, double after, double unset) =>
        before == after ? attribute
        : after == unset ? attribute.WithoutProperty(name)
        : attribute.WithProperty(name, Expressions.Number(after));
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes an activation: the parameter <c>activation</c> and the property <c>Alpha</c>.</summary>
internal static class ActivationEdits
{
    /// <summary>The attribute with the activation.</summary>
    /// <param name="attribute">Of a layer with an activation.</param>
    /// <param name="before">The activation that it declares; null for a new attribute.</param>
    /// <param name="after">The activation that it is to declare.</param>
    /// <param name="position">The place of the constructor's argument.</param>
    /// <param name="canBeLeftOut">Whether the layer is without an activation where it names none.</param>
    public static AttributeSyntax Write(AttributeSyntax attribute, ActivationSpec? before, ActivationSpec after, int position, bool canBeLeftOut)
    {
        if (before == after)
        {
            return attribute;
        }

        if (before?.Kind == ActivationKind.Custom)
        {
            attribute = attribute.WithoutTypeArgument();
        }

        if (before?.Kind != after.Kind)
        {
            attribute = after.Kind == ActivationKind.Identity && canBeLeftOut
                ? attribute.WithoutParameter("activation", position)
                : attribute.WithParameter("activation", position, Expressions.Member("Activation", after.Kind));
        }

        var unset = after.Kind switch
        {
            ActivationKind.LeakyRelu => 0.01,
            ActivationKind.Elu => 1,
            _ => 0,
        };
        return after.Alpha == unset ? attribute.WithoutProperty("Alpha") : attribute.WithProperty("Alpha", Expressions.Number(after.Alpha));
    }
}

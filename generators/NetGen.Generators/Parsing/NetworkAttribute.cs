using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>One attribute of a network's declaration.</summary>
/// <param name="Data">The attribute.</param>
/// <param name="Role">What it declares.</param>
/// <param name="Kind">Which layer it declares; null for all other roles.</param>
/// <param name="Declaration">
/// The number of the partial declaration it stands on, counted over those that bear such attributes: 0 for all of them where the declaration is right.
/// </param>
/// <param name="IsReadable">Whether the compiler made sense of its arguments. Where not, what they hold is not judged.</param>
internal sealed record NetworkAttribute(AttributeData Data, AttributeRole Role, LayerKind? Kind, int Declaration, bool IsReadable)
{
    /// <summary>The attribute as users write it: <c>[Dense]</c>.</summary>
    public string Display
    {
        get
        {
            var name = Data.AttributeClass!.Name;
            return "[" + (name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name) + "]";
        }
    }
}

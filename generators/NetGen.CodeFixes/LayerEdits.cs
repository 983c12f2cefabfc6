using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Layers;
using NetGen.Generators.Model.Layers;

namespace NetGen.CodeFixes;

/// <summary>Writes what a changed layer differs in from the declared one into its attribute.</summary>
internal static class LayerEdits
{
    private static readonly Dictionary<string, LayerEdit> s_kinds = new(StringComparer.Ordinal)
    {
        ["Dense"] = new DenseEdit(),
        ["Activation"] = new ActivationLayerEdit(),
        ["Dropout"] = new DropoutEdit(),
        ["AlphaDropout"] = new AlphaDropoutEdit(),
        ["GaussianNoise"] = new GaussianNoiseEdit(),
        ["BatchNormalization"] = new BatchNormalizationEdit(),
        ["LayerNormalization"] = new LayerNormalizationEdit(),
        ["RmsNormalization"] = new RmsNormalizationEdit(),
        ["Flatten"] = new FlattenEdit(),
        ["Residual"] = new ResidualEdit(),
    };

    /// <summary>Whether layers of a kind can be written.</summary>
    public static bool CanWrite(string kind) => s_kinds.ContainsKey(kind);

    /// <summary>The attribute that declares the layer as it is now. Arguments that say the same as before stay as they are written, known to us or not.</summary>
    public static AttributeSyntax Write(AttributeSyntax attribute, LayerSpec before, LayerSpec after) => before.Kind == after.Kind
        ? s_kinds[after.Kind].Write(attribute, before, after)
        : s_kinds[after.Kind].Write(attribute.Renamed(after.Kind), null, after);

    /// <summary>A new attribute for a layer.</summary>
    /// <param name="neighbour">Another attribute of NetGen's, qualified as the new one will be.</param>
    /// <param name="layer">The layer.</param>
    public static AttributeSyntax Create(AttributeSyntax neighbour, LayerSpec layer) => s_kinds[layer.Kind].Write(AttributeLists.Create(neighbour, layer.Kind), null, layer);
}

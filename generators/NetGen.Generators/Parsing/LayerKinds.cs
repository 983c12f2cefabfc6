using System.Collections.Immutable;
using NetGen.Generators.Parsing.Blocks;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>Every kind of attribute that declares layers.</summary>
internal static class LayerKinds
{
    /// <summary>The registrations.</summary>
    public static ImmutableArray<LayerKind> All { get; } =
    [
        new("Dense", ["NetGen.DenseAttribute", "NetGen.DenseAttribute`1"], new DenseParser()),
        new("Activation", ["NetGen.ActivationAttribute", "NetGen.ActivationAttribute`1"], new ActivationLayerParser()),
        new("Dropout", ["NetGen.DropoutAttribute"], new DropoutParser()),
        new("AlphaDropout", ["NetGen.AlphaDropoutAttribute"], new AlphaDropoutParser()),
        new("GaussianNoise", ["NetGen.GaussianNoiseAttribute"], new GaussianNoiseParser()),
        new("BatchNormalization", ["NetGen.BatchNormalizationAttribute"], new BatchNormalizationParser()),
        new("LayerNormalization", ["NetGen.LayerNormalizationAttribute"], new LayerNormalizationParser()),
        new("RmsNormalization", ["NetGen.RmsNormalizationAttribute"], new RmsNormalizationParser()),
        new("Flatten", ["NetGen.FlattenAttribute"], new FlattenParser()),
        new("BeginResidual", ["NetGen.BeginResidualAttribute"], new BeginResidualParser()),
        new("Residual", ["NetGen.EndResidualAttribute"], new EndResidualParser()),
        new("Block", ["NetGen.BlockAttribute`1"], new BlockParser()),
    ];
}

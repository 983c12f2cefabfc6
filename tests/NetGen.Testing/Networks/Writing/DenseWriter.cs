using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Testing.Networks.Writing.Literals;

namespace NetGen.Testing.Networks.Writing;

/// <summary>Dense layers with their initializers.</summary>
internal static class DenseWriter
{
    /// <summary>Writes one.</summary>
    public static int Write(ReadOnlySpan<LayerSpec> layers, LayerListWriter list)
    {
        var layer = (DenseSpec)layers[0];
        list.Line(layer, Generic("Dense", layer.Activation), [
            Number(layer.Units),
            .. Activation(layer.Activation),
            .. Weights(layer.Weights),
            .. Bias(layer.Bias),
            .. Unless(layer.TileRows == 0, "TileRows", layer.TileRows),
            .. Unless(layer.TileVectors == 0, "TileVectors", layer.TileVectors)]);
        return 1;
    }

    private static IEnumerable<string> Weights(InitializerSpec weights)
    {
        if (weights.Kind == InitializerKind.Custom)
        {
            return [$"InitializerType = typeof({weights.CustomType})"];
        }

        return
        [
            .. weights.IsDefault ? Enumerable.Empty<string>() : [$"Initializer = global::NetGen.Initializer.{weights.Kind}"],
            .. Unless(weights.Gain == 1, "Gain", weights.Gain),
            .. Unless(weights.Kind is not (InitializerKind.Normal or InitializerKind.TruncatedNormal), "StandardDeviation", weights.StandardDeviation),
            .. Unless(weights.Kind != InitializerKind.Uniform, "Limit", weights.Limit),
            .. Unless(weights.Kind != InitializerKind.Constant, "Value", weights.Value),
            .. weights.Kind != InitializerKind.VarianceScaling
                ? Enumerable.Empty<string>()
                : [$"Scale = {Number(weights.Scale)}", $"Mode = global::NetGen.FanMode.{weights.Mode}", $"Distribution = global::NetGen.Distribution.{weights.Distribution}"],
        ];
    }

    private static IEnumerable<string> Bias(InitializerSpec? bias)
    {
        if (bias is null)
        {
            return ["UseBias = false"];
        }

        if (bias.Kind == InitializerKind.Custom)
        {
            return [$"BiasInitializerType = typeof({bias.CustomType})"];
        }

        return
        [
            .. bias.IsDefault ? Enumerable.Empty<string>() : [$"BiasInitializer = global::NetGen.Initializer.{bias.Kind}"],
            .. Unless(bias.Kind is not (InitializerKind.Normal or InitializerKind.TruncatedNormal), "BiasStandardDeviation", bias.StandardDeviation),
            .. Unless(bias.Kind != InitializerKind.Uniform, "BiasLimit", bias.Limit),
            .. Unless(bias.Kind != InitializerKind.Constant, "BiasValue", bias.Value),
        ];
    }
}

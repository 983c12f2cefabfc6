using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads how a layer's biases start: <c>BiasInitializer</c> or <c>BiasInitializerType</c>, and the numbers that belong to it.</summary>
internal static class BiasParser
{
    private const string ByKind = "BiasInitializer";
    private const string ByType = "BiasInitializerType";
    private const string Deviation = "BiasStandardDeviation";
    private const string Limit = "BiasLimit";
    private const string Value = "BiasValue";

    /// <summary>The biases' initializer, the default where the declared one is wrong; null for a layer without biases.</summary>
    public static InitializerSpec? Parse(LayerContext context, InitializerSpec weights, bool useBias)
    {
        var reader = context.Reader;
        if (!useBias)
        {
            foreach (var property in new[] { ByKind, ByType, Deviation, Limit, Value })
            {
                reader.Takes(property, false, "a layer without biases (UseBias = false)", "layers with biases");
            }

            return null;
        }

        var unset = DefaultFor(weights);
        if (reader.Type(ByType) is { } type)
        {
            var name = CustomTypes.Name(type, "IInitializer", ByType, reader, context.Network);
            reader.Takes(ByKind, reader.IsZero(ByKind), "BiasInitializerType, which takes its place", "layers without BiasInitializerType");
            TakeNumbers(reader, null, "BiasInitializerType, which takes no numbers");
            return name is null ? unset : new InitializerSpec(InitializerKind.Custom, CustomType: name);
        }

        if (!reader.Has(ByKind) || reader.IsZero(ByKind))
        {
            TakeNumbers(reader, null, "biases without a BiasInitializer (" + unset.Name + ")");
            return unset;
        }

        if (reader.Choice(ByKind, unset.Kind, "Initializer") is not { } kind)
        {
            return unset;
        }

        if (!kind.FitsBiases())
        {
            reader.Report(ValueRules.NotForBiases, ByKind, kind.ToString(), reader.Subject);
            TakeNumbers(reader, null, "Initializer." + kind);
            return unset;
        }

        if (kind == InitializerKind.CentredLogistic)
        {
            WeightsParser.RequireLogisticInputs(context, ByKind);
        }

        return TakeNumbers(reader, kind, "Initializer." + kind);
    }

    /// <summary>Zeros, except where the weights' initializer is defined as a pair with biases.</summary>
    private static InitializerSpec DefaultFor(InitializerSpec weights) => weights.Kind is InitializerKind.TorchDefault or InitializerKind.CentredLogistic
        ? new InitializerSpec(weights.Kind, IsDefault: true)
        : InitializerSpec.Zeros;

    private static InitializerSpec TakeNumbers(AttributeReader reader, InitializerKind? kind, string present)
    {
        var spec = new InitializerSpec(kind ?? InitializerKind.Zeros);
        var takesDeviation = kind is { } chosen && chosen.TakesStandardDeviation();
        if (reader.Takes(Deviation, takesDeviation, present, "BiasInitializer = Initializer.Normal or Initializer.TruncatedNormal"))
        {
            spec = spec with { StandardDeviation = reader.Number(Deviation, 1, NumberRange.Positive) };
        }

        if (reader.Takes(Limit, kind == InitializerKind.Uniform, present, "BiasInitializer = Initializer.Uniform"))
        {
            spec = spec with { Limit = reader.Number(Limit, 1, NumberRange.Positive) };
        }

        if (reader.Takes(Value, kind == InitializerKind.Constant, present, "BiasInitializer = Initializer.Constant"))
        {
            spec = spec with { Value = reader.Number(Value, 0) };
        }

        return spec;
    }
}

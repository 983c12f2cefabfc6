using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads how a layer's weights start: <c>Initializer</c> or <c>InitializerType</c>, and the numbers that belong to it.</summary>
internal static class WeightsParser
{
    private const string ByKind = "Initializer";
    private const string ByType = "InitializerType";

    /// <summary>The weights' initializer, the default where the declared one is wrong.</summary>
    public static InitializerSpec Parse(LayerContext context, ActivationSpec activation, bool useBias)
    {
        var reader = context.Reader;
        var unset = new InitializerSpec(InitializerTraits.DefaultFor(activation.Kind), IsDefault: true);
        if (reader.Type(ByType) is { } type)
        {
            var name = CustomTypes.Name(type, "IInitializer", ByType, reader, context.Network);
            reader.Takes(ByKind, reader.IsZero(ByKind), "InitializerType, which takes its place", "layers without InitializerType");
            RefuseNumbers(reader);
            return name is null ? unset : new InitializerSpec(InitializerKind.Custom, CustomType: name);
        }

        var named = reader.Has(ByKind) && !reader.IsZero(ByKind);
        var choice = named ? reader.Choice(ByKind, unset.Kind, "Initializer") : unset.Kind;
        if (choice is not { } kind)
        {
            return unset;
        }

        if (kind == InitializerKind.CentredLogistic)
        {
            RequireLogisticInputs(context, ByKind);
            if (!useBias)
            {
                reader.Takes("UseBias", false, "Initializer.CentredLogistic, whose biases centre the layer", "other initializers");
            }
        }

        return ParseNumbers(context, kind, named);
    }

    /// <summary>CentredLogistic subtracts the 1/2 at which logistic units rest; on any other input it would add an offset instead.</summary>
    public static void RequireLogisticInputs(LayerContext context, string property)
    {
        if (context.Received is { IsLogistic: false } received)
        {
            context.Reader.Report(ValueRules.NotFedByLogisticUnits, property, context.Reader.Subject, received.Words);
        }
    }

    private static InitializerSpec ParseNumbers(LayerContext context, InitializerKind kind, bool named)
    {
        var reader = context.Reader;
        var present = "Initializer." + kind + (named ? "" : ", the default here");
        var spec = new InitializerSpec(kind, IsDefault: !named);
        if (reader.Takes("Gain", kind.TakesGain(), present, "Glorot, He, LeCun, VarianceScaling and Orthogonal"))
        {
            spec = spec with { Gain = reader.Number("Gain", 1, NumberRange.Gain) };
        }

        if (reader.Takes("StandardDeviation", kind.TakesStandardDeviation(), present, "Initializer.Normal and Initializer.TruncatedNormal"))
        {
            spec = spec with { StandardDeviation = reader.Number("StandardDeviation", 1, NumberRange.Positive) };
        }

        if (reader.Takes("Limit", kind == InitializerKind.Uniform, present, "Initializer.Uniform"))
        {
            spec = spec with { Limit = reader.Number("Limit", 1, NumberRange.Positive) };
        }

        if (reader.Takes("Value", kind == InitializerKind.Constant, present, "Initializer.Constant"))
        {
            spec = spec with { Value = reader.Number("Value", 0) };
        }

        var scales = kind == InitializerKind.VarianceScaling;
        if (reader.Takes("Scale", scales, present, "Initializer.VarianceScaling"))
        {
            spec = spec with { Scale = reader.Number("Scale", 1, NumberRange.Positive) };
        }

        if (reader.Takes("Mode", scales, present, "Initializer.VarianceScaling"))
        {
            spec = spec with { Mode = reader.Choice("Mode", FanModeKind.FanIn, "FanMode") ?? FanModeKind.FanIn };
        }

        if (reader.Takes("Distribution", scales, present, "Initializer.VarianceScaling"))
        {
            spec = spec with
            {
                Distribution = reader.Choice("Distribution", DistributionKind.TruncatedNormal, "Distribution") ?? DistributionKind.TruncatedNormal,
            };
        }

        return spec;
    }

    private static void RefuseNumbers(AttributeReader reader)
    {
        const string Present = "InitializerType, which takes no numbers";
        reader.Takes("Gain", false, Present, "Glorot, He, LeCun, VarianceScaling and Orthogonal");
        reader.Takes("StandardDeviation", false, Present, "Initializer.Normal and Initializer.TruncatedNormal");
        reader.Takes("Limit", false, Present, "Initializer.Uniform");
        reader.Takes("Value", false, Present, "Initializer.Constant");
        reader.Takes("Scale", false, Present, "Initializer.VarianceScaling");
        reader.Takes("Mode", false, Present, "Initializer.VarianceScaling");
        reader.Takes("Distribution", false, Present, "Initializer.VarianceScaling");
    }
}

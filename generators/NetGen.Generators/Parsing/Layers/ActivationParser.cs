using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads a layer's activation: the parameter <c>activation</c> and the property <c>Alpha</c>, or a type argument.</summary>
internal static class ActivationParser
{
    private const double LeakyReluAlpha = .01;
    private const double EluAlpha = 1;

    /// <summary>The activation, or null where it is none.</summary>
    public static ActivationSpec? Parse(LayerContext context)
    {
        var reader = context.Reader;
        if (reader.TypeArgument is { } type)
        {
            return CustomTypes.Name(type, "IActivation", ErrorPlace.TypeArgument, reader, context.Network) is { } name
                ? new ActivationSpec(ActivationKind.Custom, CustomType: name, Formula: ActivationFormulas.Of(type))
                : null;
        }

        if (reader.Choice("activation", ActivationKind.Identity, "Activation") is not { } kind)
        {
            return null;
        }

        var takesAlpha = kind is ActivationKind.LeakyRelu or ActivationKind.Elu;
        var unset = kind switch
        {
            ActivationKind.LeakyRelu => LeakyReluAlpha,
            ActivationKind.Elu => EluAlpha,
            _ => 0,
        };
        var alpha = reader.Takes("Alpha", takesAlpha, "Activation." + kind, "Activation.LeakyRelu and Activation.Elu")
            ? reader.Number("Alpha", unset, NumberRange.NotNegative)
            : unset;
        return new ActivationSpec(kind, alpha);
    }
}

using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Rules;

namespace NetGen.CodeFixes.Layers;

/// <summary>Writes <c>[Dense(units, activation)]</c>.</summary>
internal sealed class DenseEdit : LayerEdit<DenseSpec>
{
    private static readonly string[] s_ofBias = ["BiasInitializer", "BiasInitializerType", "BiasStandardDeviation", "BiasLimit", "BiasValue"];

    private const int PositionOfActivation = 1;

    /// <inheritdoc/>
    protected override AttributeSyntax Write(AttributeSyntax attribute, DenseSpec? before, DenseSpec after)
    {
        // A new attribute says nothing yet: it has no units, and all else is as the defaults have it.
        var was = before ?? after with { Units = 0, Activation = ActivationSpec.Identity, Weights = NetworkEdits.Matched(ActivationKind.Identity), Bias = InitializerSpec.Zeros };
        if (was.Units != after.Units)
        {
            attribute = attribute.WithParameter("units", 0, Expressions.Number(after.Units));
        }

        attribute = ActivationEdits.Write(attribute, was.Activation, after.Activation, PositionOfActivation, canBeLeftOut: true);
        attribute = Weights(attribute, was, after);
        return Bias(attribute, was, after);
    }

    private static AttributeSyntax Weights(AttributeSyntax attribute, DenseSpec before, DenseSpec after)
    {
        var (was, weights) = (before.Weights, after.Weights);
        var isDefault = IsDefault(after);
        if (was == weights && isDefault == IsDefault(before))
        {
            return attribute;
        }

        attribute = attribute.WithoutProperty("InitializerType");
        attribute = isDefault ? attribute.WithoutProperty("Initializer")
            : IsDefault(before) || was.Kind != weights.Kind ? attribute.WithProperty("Initializer", Expressions.Member("Initializer", weights.Kind))
            : attribute;
        var scales = weights.Kind == InitializerKind.VarianceScaling;
        attribute = Number(attribute, "Gain", was.Gain, weights.Gain, weights.Kind.TakesGain() && weights.Gain != 1);
        attribute = Number(attribute, "StandardDeviation", was.StandardDeviation, weights.StandardDeviation, weights.Kind.TakesStandardDeviation());
        attribute = Number(attribute, "Limit", was.Limit, weights.Limit, weights.Kind == InitializerKind.Uniform);
        attribute = Number(attribute, "Value", was.Value, weights.Value, weights.Kind == InitializerKind.Constant);
        attribute = Number(attribute, "Scale", was.Scale, weights.Scale, scales && weights.Scale != 1);
        attribute = Member(attribute, "Mode", "FanMode", was.Mode, weights.Mode, scales);
        return Member(attribute, "Distribution", "Distribution", was.Distribution, weights.Distribution, scales && weights.Distribution != DistributionKind.TruncatedNormal);
    }

    private static AttributeSyntax Bias(AttributeSyntax attribute, DenseSpec before, DenseSpec after)
    {
        var (was, bias) = (before.Bias, after.Bias);
        if (bias is null)
        {
            // Without biases there is nothing to say of how they start.
            return was is null ? attribute : s_ofBias.Aggregate(attribute, static (current, name) => current.WithoutProperty(name)).WithProperty("UseBias", "false");
        }

        if (was is null)
        {
            attribute = attribute.WithoutProperty("UseBias");
        }

        var isDefault = IsDefaultBias(bias, after.Weights);
        if (bias.Kind == InitializerKind.Custom || (was == bias && was is not null && isDefault == IsDefaultBias(was, before.Weights)))
        {
            return attribute;
        }

        attribute = attribute.WithoutProperty("BiasInitializerType");
        attribute = isDefault ? attribute.WithoutProperty("BiasInitializer") : attribute.WithProperty("BiasInitializer", Expressions.Member("Initializer", bias.Kind));
        attribute = Number(attribute, "BiasStandardDeviation", was?.StandardDeviation, bias.StandardDeviation, bias.Kind.TakesStandardDeviation());
        attribute = Number(attribute, "BiasLimit", was?.Limit, bias.Limit, bias.Kind == InitializerKind.Uniform);
        return Number(attribute, "BiasValue", was?.Value, bias.Value, bias.Kind == InitializerKind.Constant);
    }

    /// <summary>Whether the layer starts so without being told to: what its own activation gives it.</summary>
    private static bool IsDefault(DenseSpec dense) => dense.Weights.IsDefault && dense.Weights.Kind == InitializerTraits.DefaultFor(dense.Activation.Kind);

    /// <summary>
    /// Whether biases start so beside such weights without being told to. Zeros that nobody declared beside centred weights are what the weights make of
    /// them.
    /// </summary>
    private static bool IsDefaultBias(InitializerSpec bias, InitializerSpec weights) => bias.IsDefault && weights.Kind switch
    {
        InitializerKind.TorchDefault => bias.Kind == InitializerKind.TorchDefault,
        InitializerKind.CentredLogistic => bias.Kind is InitializerKind.CentredLogistic or InitializerKind.Zeros,
        _ => bias.Kind == InitializerKind.Zeros,
    };

    /// <summary>A property that the layer has or not; a number that stays is left as it is written.</summary>
    private static AttributeSyntax Number(AttributeSyntax attribute, string name, double? before, double after, bool applies) =>
        !applies ? attribute.WithoutProperty(name)
        : before == after && attribute.HasProperty(name) ? attribute
        : attribute.WithProperty(name, name == "Gain" ? Expressions.Gain(after) : Expressions.Number(after));

    private static AttributeSyntax Member(AttributeSyntax attribute, string name, string enumeration, Enum before, Enum after, bool applies) =>
        !applies ? attribute.WithoutProperty(name)
        : before.Equals(after) && attribute.HasProperty(name) ? attribute
        : attribute.WithProperty(name, Expressions.Member(enumeration, after));
}

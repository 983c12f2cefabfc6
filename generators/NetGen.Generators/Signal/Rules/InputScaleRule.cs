using NetGen.Generators.Signal.Functions;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Inputs of a declared size that drive the first layer into saturation, where standardized ones would not.</summary>
internal sealed class InputScaleRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN108",
        RuleSeverity.Warning,
        "The inputs saturate the first layer",
        "{0}: std(h) = {1} in {2}, {3} of its {4} units start saturated at initialization");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } =
    [
        "NETGEN101", "NETGEN102", "NETGEN103", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN107", "NETGEN206",
    ];

    /// <inheritdoc/>
    public override string Advice => "Set Scale and Shift on the input so that its values have a mean square near 1";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (!IsCause(context))
        {
            yield break;
        }

        var share = context.Saturated(0)!.Value;
        yield return Found(
            -1,
            FindingCause.Input,
            Describe(context),
            Rounded(context.Signal(0).StandardDeviation!.Value),
            context.Weighted(0).Name,
            Percent(share),
            Words.Units(context.Activation(0))) with
        {
            Severity = share > context.SaturatedLimit(0) ? RuleSeverity.Warning : RuleSeverity.Info,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => Rescaled(context);

    /// <summary>Whether the first layer saturates with the declared inputs and would not with standardized ones.</summary>
    public static bool IsCause(RuleContext context) =>
        context.Depth > 0
        && !context.Report.IsInputAssumed
        && context.Saturated(0) > context.Thresholds.SaturatedShareInfo
        && context.Signal(0).ForwardScale is { } scale
        && ActivationFunctions.Find(context.Activation(0))?.SaturatedShare(new(0, scale)) <= context.Thresholds.SaturatedShareInfo;

    /// <summary>The inputs in words: <c>inputs 0..255</c>.</summary>
    public static string Describe(RuleContext context)
    {
        var input = context.Network.Input;
        var values = input is { Min: { } low, Max: { } high, StandardDeviation: null }
            ? "inputs " + Number(low) + ".." + Number(high)
            : "inputs with mean " + Rounded(input.Mean ?? 0, 2) + " and standard deviation " + Rounded(input.StandardDeviation ?? 1, 2);
        return input.IsRescaled ? values + ", scaled by " + Number(input.Scale) + " and shifted by " + Number(input.Shift) : values;
    }

    /// <summary>Inputs from 0 to 1, and standardized ones.</summary>
    public static IEnumerable<Fix> Rescaled(RuleContext context)
    {
        var input = context.Network.Input;
        if (input is { Min: { } low, Max: { } high } && high > low)
        {
            yield return With("Scale the inputs to 0..1", 1 / (high - low), -low / (high - low));
        }

        var raw = InputSignal.Of(input with { Scale = 1, Shift = 0 }).Distribution;
        if (raw.Variance > 0)
        {
            yield return With("Standardize the inputs", 1 / raw.StandardDeviation, -raw.Mean / raw.StandardDeviation);
        }

        Fix With(string title, double scale, double shift) =>
            InitializerFixes.Offer(context, title, context.Network with { Input = input with { Scale = scale, Shift = shift + 0.0 } });
    }
}

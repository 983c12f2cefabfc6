using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Signal.Rules;

namespace NetGen.Generators.Diagnostics;

/// <summary>Reads the <c>netgen_*</c> options of .editorconfig and .globalconfig: one for each threshold, named after it.</summary>
internal static class ThresholdOptions
{
    private const string Prefix = "netgen_";
    private const int DeepestShallowDepth = 1_000_000;

    /// <summary>Every option, in the order of the thresholds.</summary>
    public static ImmutableArray<ThresholdOption> All { get; } =
    [
        Share("saturated_share", static t => t.SaturatedShare, static (t, value) => t with { SaturatedShare = value }),
        Share("saturated_share_centred", static t => t.SaturatedShareCentred, static (t, value) => t with { SaturatedShareCentred = value }),
        Share("saturated_share_info", static t => t.SaturatedShareInfo, static (t, value) => t with { SaturatedShareInfo = value }),
        Positive("vanishing_ratio", static t => t.VanishingRatio, static (t, value) => t with { VanishingRatio = value }),
        Positive("exploding_ratio", static t => t.ExplodingRatio, static (t, value) => t with { ExplodingRatio = value }),
        Positive("smallest_deviation", static t => t.SmallestDeviation, static (t, value) => t with { SmallestDeviation = value }),
        Positive("largest_deviation", static t => t.LargestDeviation, static (t, value) => t with { LargestDeviation = value }),
        new(
            Prefix + "variance_range",
            "a number of at least 1",
            static value => value >= 1,
            static t => t.VarianceRange,
            static (t, value) => t with { VarianceRange = value }),
        Positive("variance_drift", static t => t.VarianceDrift, static (t, value) => t with { VarianceDrift = value }),
        new(
            Prefix + "shallow_depth",
            "a whole number from 0 to " + DeepestShallowDepth.ToString(CultureInfo.InvariantCulture),
            static value => value is >= 0 and <= DeepestShallowDepth && value == Math.Floor(value),
            static t => t.ShallowDepth,
            static (t, value) => t with { ShallowDepth = (int)value }),
        Positive("trainable_depth_scales", static t => t.TrainableDepthScales, static (t, value) => t with { TrainableDepthScales = value }),
        Positive("jacobian_spread", static t => t.JacobianSpread, static (t, value) => t with { JacobianSpread = value }),
        Share("dead_share", static t => t.DeadShare, static (t, value) => t with { DeadShare = value }),
        Positive("smallest_selu_scale", static t => t.SmallestSeluScale, static (t, value) => t with { SmallestSeluScale = value }),
        Positive("largest_selu_scale", static t => t.LargestSeluScale, static (t, value) => t with { LargestSeluScale = value }),
        Positive("width_growth", static t => t.WidthGrowth, static (t, value) => t with { WidthGrowth = value }),
        Positive("width_growth_info", static t => t.WidthGrowthInfo, static (t, value) => t with { WidthGrowthInfo = value }),
        Positive("fan_ratio", static t => t.FanRatio, static (t, value) => t with { FanRatio = value }),
        Positive("adaptive_update_ratio", static t => t.AdaptiveUpdateRatio, static (t, value) => t with { AdaptiveUpdateRatio = value }),
        Positive("smallest_update_ratio", static t => t.SmallestUpdateRatio, static (t, value) => t with { SmallestUpdateRatio = value }),
        Positive("largest_update_ratio", static t => t.LargestUpdateRatio, static (t, value) => t with { LargestUpdateRatio = value }),
        Positive("lost_update_ratio", static t => t.LostUpdateRatio, static (t, value) => t with { LostUpdateRatio = value }),
        Share("own_signal", static t => t.OwnSignal, static (t, value) => t with { OwnSignal = value }),
        Share("dropout_rate", static t => t.DropoutRate, static (t, value) => t with { DropoutRate = value }),
        Share("dropout_rate_info", static t => t.DropoutRateInfo, static (t, value) => t with { DropoutRateInfo = value }),
        Positive("batch_normalization_growth", static t => t.BatchNormalizationGrowth, static (t, value) => t with { BatchNormalizationGrowth = value }),
        Positive("residual_growth", static t => t.ResidualGrowth, static (t, value) => t with { ResidualGrowth = value }),
        Positive("residual_growth_info", static t => t.ResidualGrowthInfo, static (t, value) => t with { ResidualGrowthInfo = value }),
        Positive("initial_loss_factor", static t => t.InitialLossFactor, static (t, value) => t with { InitialLossFactor = value }),
        Positive("initial_loss_factor_info", static t => t.InitialLossFactorInfo, static (t, value) => t with { InitialLossFactorInfo = value }),
    ];

    /// <summary>The thresholds that a file's options set, and what is wrong with options that cannot be read; those keep their defaults.</summary>
    public static (SignalThresholds Thresholds, IReadOnlyList<string> Errors) Read(AnalyzerConfigOptions options)
    {
        var thresholds = SignalThresholds.Default;
        List<string>? errors = null;
        foreach (var option in All)
        {
            if (!options.TryGetValue(option.Name, out var text))
            {
                continue;
            }

            if (TryParse(text, out var value) && option.Admits(value))
            {
                thresholds = option.Set(thresholds, value);
            }
            else
            {
                (errors ??= []).Add(
                    option.Name + " = '" + text + "' is not " + option.Expected + ", and "
                    + option.Get(SignalThresholds.Default).ToString("R", CultureInfo.InvariantCulture) + " holds instead: correct the value or remove the option");
            }
        }

        foreach (var key in options.Keys)
        {
            if (key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !All.Any(option => string.Equals(option.Name, key, StringComparison.OrdinalIgnoreCase)))
            {
                (errors ??= []).Add("no threshold is called '" + key + "': correct the name or remove the option");
            }
        }

        return (thresholds, errors ?? []);
    }

    private static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value) && !double.IsInfinity(value);

    private static ThresholdOption Share(string name, Func<SignalThresholds, double> get, Func<SignalThresholds, double, SignalThresholds> set) =>
        new(Prefix + name, "a number from 0 to 1", static value => value is >= 0 and <= 1, get, set);

    private static ThresholdOption Positive(string name, Func<SignalThresholds, double> get, Func<SignalThresholds, double, SignalThresholds> set) =>
        new(Prefix + name, "a number above 0", static value => value > 0, get, set);
}

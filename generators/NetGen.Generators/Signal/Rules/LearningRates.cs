using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>What the rules about the first update share.</summary>
internal static class LearningRates
{
    /// <summary>The entry whose first update is largest for its weights, -1 where none is known.</summary>
    public static int Largest(RuleContext context) => Pick(context, descending: true);

    /// <summary>The entry whose first update is smallest for its weights, -1 where none is known.</summary>
    public static int Smallest(RuleContext context) => Pick(context, descending: false);

    /// <summary>The largest learning rate of one digit whose updates stay below a limit.</summary>
    public static IEnumerable<Fix> Lowered(RuleContext context, double limit)
    {
        var entry = Largest(context);
        return entry >= 0 && context.Signal(entry).UpdateRatio is { } ratio && ratio > limit
            ? [With(context, OneDigit(context.Training!.LearningRate * limit / ratio, Math.Floor))]
            : [];
    }

    /// <summary>The smallest learning rate of one digit whose updates stay above a limit.</summary>
    public static IEnumerable<Fix> Raised(RuleContext context, double limit)
    {
        var entry = Smallest(context);
        return entry >= 0 && context.Signal(entry).UpdateRatio is > 0 and var ratio && ratio < limit
            ? [With(context, OneDigit(context.Training!.LearningRate * limit / ratio, Math.Ceiling))]
            : [];
    }

    private static Fix With(RuleContext context, double rate) =>
        new("Use the learning rate " + Number(rate), context.Network, context.Training! with { LearningRate = rate });

    /// <summary>Rounded to one digit; the last bits of a number that has one already do not push it to the next.</summary>
    private static double OneDigit(double value, Func<double, double> round)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)));
        var digits = round(Math.Round(value / unit, 9));
        return double.Parse(Number(digits * unit), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int Pick(RuleContext context, bool descending)
    {
        // A step that is large for weights in front of a normalization makes them large, and the next ones smaller.
        var known = Enumerable.Range(0, context.Depth)
            .Where(entry => context.Signal(entry).UpdateRatio is > 0 && !(descending && context.IsNormalized(entry) && context.DirectActivation(entry).Kind == Model.ActivationKind.Identity)).ToList();
        return known.Count == 0 ? -1
            : descending ? known.OrderByDescending(entry => context.Signal(entry).UpdateRatio).First()
            : known.OrderBy(entry => context.Signal(entry).UpdateRatio).First();
    }
}

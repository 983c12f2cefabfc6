using System.Globalization;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Initializers;
using NetGen.Generators.Signal.Report;

namespace NetGen.Generators.Emit.Members;

/// <summary>The architecture as a table of text: layer, shape, parameters, initializer, and the signal predicted at initialization.</summary>
internal static class SummaryTable
{
    private const string Unknown = "-";
    private const int FirstNumber = 4;
    private const int InitializerColumn = 5;

    /// <summary>The table's lines.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="signal">What is predicted of it.</param>
    public static IEnumerable<string> Lines(MemberPlan plan, SignalReport signal)
    {
        var start = InitializerResolution.Resolve(plan.Spec).ToDictionary(static parameters => parameters.LayerIndex, static parameters => parameters.Weights.Formula);
        var rows = new List<string[]>
        {
            new[] { "layer", "kind", "activation", "output", "parameters", "weights start as", "std(h)", "saturated", "gradient" },
            new[] { "Input", "", "", plan.Spec.Input.Shape.ToString(), "", "", "", "", "" },
        };
        foreach (var layer in plan.Layers)
        {
            rows.Add([
                layer.Spec.Name,
                layer.Spec.Kind,
                layer.Spec.Activation.Name,
                layer.Spec.Output.ToString(),
                Count(layer.ParameterCount),
                start.TryGetValue(layer.Number - 1, out var formula) ? formula : "",
                .. Signal(signal.Layers[layer.Number - 1]),
            ]);
        }

        rows.Add(["total", "", "", "", Count(plan.ParameterCount), "", "", "", ""]);
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            // Numbers stand to the right, words to the left.
            yield return string.Join("  ", row.Select((cell, column) => column >= FirstNumber && column != InitializerColumn ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();
        }

        yield return $"Loss: {plan.Spec.Loss.Name}";
        yield return signal.IsInputAssumed
            ? "Predicted at initialization, for standardized inputs (none declared): std(h) of the pre-activations, the share of units that start saturated,"
            : "Predicted at initialization, for inputs as declared: std(h) of the pre-activations, the share of units that start saturated,";
        yield return "the rms of the weights' gradient against the last layer's.";
    }

    private static IEnumerable<string> Signal(LayerSignal layer) =>
    [
        layer.StandardDeviation is { } deviation ? SignalText.Rounded(deviation, 2) : Unknown,
        layer.SaturatedShare is { } share ? SignalText.Percent(share) : Unknown,
        layer.GradientRatio is { } ratio ? SignalText.Rounded(ratio, 2) : Unknown,
    ];

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

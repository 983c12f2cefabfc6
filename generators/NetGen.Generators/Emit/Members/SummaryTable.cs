using System.Globalization;
using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Members;

/// <summary>The architecture as a table of text: layer, shape, parameters, initializer.</summary>
internal static class SummaryTable
{
    /// <summary>The table's lines.</summary>
    public static IEnumerable<string> Lines(NetworkPlan plan)
    {
        var start = InitializerResolution.Resolve(plan.Spec).ToDictionary(static parameters => parameters.LayerIndex, static parameters => parameters.Weights.Formula);
        var rows = new List<string[]>
        {
            new[] { "layer", "kind", "activation", "output", "parameters", "weights start as" },
            new[] { "Input", "", "", plan.Spec.Input.Shape.ToString(), "", "" },
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
            ]);
        }

        rows.Add(["total", "", "", "", Count(plan.ParameterCount), ""]);
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            // Numbers stand to the right, words to the left.
            yield return string.Join("  ", row.Select((cell, column) => column == 4 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();
        }

        yield return $"Loss: {plan.Spec.Loss.Name}";
    }

    /// <summary>The weights' initializer of one layer, empty where it has none.</summary>
    public static string InitializerOf(NetworkPlan plan, LayerPlan layer) =>
        InitializerResolution.Resolve(plan.Spec).Where(parameters => parameters.LayerIndex == layer.Number - 1).Select(static parameters => parameters.Weights.Formula).FirstOrDefault() ?? "";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

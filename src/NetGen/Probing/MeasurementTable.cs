using System.Globalization;
using System.Text;

namespace NetGen.Probing;

/// <summary>A measurement as text.</summary>
internal static class MeasurementTable
{
    private const string Unknown = "-";

    private static readonly (string Group, string Name, Func<LayerMeasurement, string> Cell)[] s_columns =
    [
        ("std(h)", "predicted", static layer => Number(layer.Predicted?.PreActivationStandardDeviation)),
        ("std(h)", "measured", static layer => Number(layer.PreActivationStandardDeviation)),
        ("mean(a)", "measured", static layer => Number(layer.ActivationMean)),
        ("std(a)", "measured", static layer => Number(layer.ActivationStandardDeviation)),
        ("saturated", "predicted", static layer => Percent(layer.Predicted?.SaturatedShare)),
        ("saturated", "measured", static layer => Percent(layer.SaturatedShare)),
        ("off", "predicted", static layer => Percent(layer.Predicted?.DeadShare)),
        ("off", "measured", static layer => Percent(layer.DeadShare)),
        ("dead units", "measured", static layer => layer.DeadUnits is > 0 and var dead ? string.Create(CultureInfo.InvariantCulture, $"{dead} of {layer.Units}") : Unknown),
        ("gradient / last", "predicted", static layer => Number(layer.Predicted?.GradientRatio)),
        ("gradient / last", "measured", static layer => Number(layer.GradientRatio)),
        ("update / weight", "measured", static layer => Number(layer.UpdateRatio)),
    ];

    /// <summary>The table with its heading and the problem, if any, below.</summary>
    public static string Of(SignalMeasurement measurement)
    {
        var columns = s_columns.Where(column => measurement.Layers.Any(layer => column.Cell(layer) != Unknown)).ToList();
        var cells = columns.ConvertAll(column => (List<string>)[column.Group, column.Name, .. measurement.Layers.Select(column.Cell)]);
        cells.Insert(0, ["layer", "", .. measurement.Layers.Select(static layer => layer.Name)]);

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{measurement.Network}, {measurement.Samples} samples");
        if (measurement.Step > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", after {measurement.Step} steps");
        }

        text.Append(", loss ").Append(Number(measurement.Loss));
        for (var row = 0; row < cells[0].Count; row++)
        {
            // A group's name stands once, above its first column.
            var line = string.Join("  ", cells.Select((column, index) => Pad(row == 0 && index > 0 && cells[index - 1][0] == column[0] ? "" : column[row], column, index)));
            text.Append('\n').Append(line.TrimEnd());
        }

        return (measurement.Problem is { } problem ? text.Append("\nGoes wrong first in ").Append(problem) : text).ToString();
    }

    /// <summary>Three significant digits.</summary>
    public static string Number(double? value) => value switch
    {
        null => Unknown,
        { } number when number == 0 || !double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
        { } number when Math.Abs(number) is >= 1e-3 and < 1e4 => number.ToString("G3", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.0e0", CultureInfo.InvariantCulture),
    };

    /// <summary>Whole percent, in words where rounding would assert too much.</summary>
    public static string Percent(double? share) => share switch
    {
        null => Unknown,
        > 0 and < .005 => "under 1%",
        > .995 and < 1 => "over 99%",
        { } value => value.ToString("0%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal),
    };

    private static string Pad(string cell, List<string> column, int index)
    {
        var width = column.Max(static text => text.Length);
        return index == 0 ? cell.PadRight(width) : cell.PadLeft(width);
    }
}

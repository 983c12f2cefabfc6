using System.Globalization;
using System.Text;

namespace NetGen.Training;

/// <summary>Numbers in reports, alike everywhere.</summary>
internal static class MetricText
{
    /// <summary>Four decimals, or four significant digits where that would not show the number.</summary>
    public static string Number(double value) => Math.Abs(value) is 0 or (>= .001 and < 1e6)
        ? value.ToString("0.0000", CultureInfo.InvariantCulture)
        : value.ToString("0.000e+0", CultureInfo.InvariantCulture);

    /// <summary>A share as percentage.</summary>
    public static string Percentage(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    /// <summary>The metrics that were measured.</summary>
    public static void AppendMetrics(StringBuilder text, double? accuracy, double? meanAbsoluteError)
    {
        if (accuracy is { } share)
        {
            text.Append("  accuracy ").Append(Percentage(share));
        }

        if (meanAbsoluteError is { } error)
        {
            text.Append("  mean absolute error ").Append(Number(error));
        }
    }
}

using System.Globalization;

namespace NetGen.Benchmarks.Report;

/// <summary>Numbers as the report writes them.</summary>
internal static class Words
{
    private static readonly (double Unit, string Name)[] s_units = [(1, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns")];

    /// <summary>A time of three digits with its unit.</summary>
    public static string Time(double seconds)
    {
        var (unit, name) = s_units.FirstOrDefault(candidate => seconds >= candidate.Unit * 0.9995, s_units[^1]);
        return $"{ThreeDigits(seconds / unit)} {name}";
    }

    /// <summary>A number of three digits, or as many as it has before the point.</summary>
    public static string ThreeDigits(double value) => Math.Abs(value) switch
    {
        >= 99.95 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 9.995 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}

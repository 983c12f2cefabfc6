using System.Globalization;

namespace NetGen.Generators.Parsing;

/// <summary>Numbers as messages print them, whatever the machine's culture.</summary>
internal static class Numbers
{
    /// <summary>A count with thousands separators: 262,144.</summary>
    public static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count beyond a long with thousands separators.</summary>
    public static string Text(decimal value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

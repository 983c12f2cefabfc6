using System.Globalization;
using NetGen.Generators.Model;

namespace NetGen.CodeFixes;

/// <summary>Values as users write them in attributes. Names are full; the workspace shortens them to what the file needs.</summary>
internal static class Expressions
{
    /// <summary>A member of one of NetGen's enumerations.</summary>
    public static string Member(string enumeration, Enum value) => "global::NetGen." + enumeration + "." + value;

    /// <summary>A gain, by name where it has one.</summary>
    public static string Gain(double gain) => gain == InitializerSpec.ExactGain ? "global::NetGen.Gain.Exact" : Number(gain);

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number: 1 over a whole number as such, otherwise the shortest text with the same float32.</summary>
    public static string Number(double value)
    {
        if (value is > 0 and < 1 && Math.Round(1 / value) is >= 2 and <= 1e6 and var divisor && 1 / divisor == value && IsLong(value))
        {
            return "1.0 / " + divisor.ToString(CultureInfo.InvariantCulture);
        }

        return Shortest(value);
    }

    private static bool IsLong(double value) => Shortest(value).Length > 6;

    private static string Shortest(double value)
    {
        for (var digits = 1; digits < 9; digits++)
        {
            var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if ((float)double.Parse(text, CultureInfo.InvariantCulture) == (float)value)
            {
                return text;
            }
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }
}

using System.Globalization;

namespace NetGen.Generators.Emit;

/// <summary>The one place where numbers and texts become C#, in the invariant culture.</summary>
internal static class Literal
{
    /// <summary>A whole number.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The float nearest to a double, in the fewest digits that read back as the same float.</summary>
    public static string Float(double value)
    {
        var single = (float)value;
        if (float.IsNaN(single))
        {
            return "float.NaN";
        }

        if (float.IsInfinity(single))
        {
            return single > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        // The shortest of the round-trip forms, tried by hand: "R" does not give the same text on every runtime that hosts the compiler.
        for (var digits = 6; digits < 9; digits++)
        {
            var text = single.ToString("G" + Of(digits), CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back == single)
            {
                return text + "f";
            }
        }

        return single.ToString("G9", CultureInfo.InvariantCulture) + "f";
    }

    /// <summary>A double, in digits that read back as the same double.</summary>
    public static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture) is var text && text.IndexOfAny(['.', 'E']) >= 0 ? text : text + ".0";

    /// <summary>A number for people, with so many significant digits.</summary>
    public static string Readable(double value, int digits = 4) => value.ToString("G" + Of(digits), CultureInfo.InvariantCulture);

    /// <summary>A regular string literal with everything that is not plain ASCII escaped.</summary>
    public static string Text(string value)
    {
        var text = new System.Text.StringBuilder("\"");
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                < ' ' or > '~' => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    /// <summary>Text inside XML documentation.</summary>
    public static string Xml(string value) => value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}

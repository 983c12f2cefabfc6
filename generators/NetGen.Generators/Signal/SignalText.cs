using System.Globalization;

namespace NetGen.Generators.Signal;

/// <summary>Numbers in messages, comments and tables, whatever the machine's culture.</summary>
internal static class SignalText
{
    /// <summary>The shortest text of at most seven significant digits: <c>0.05</c>, <c>1.592537</c>, <c>1e-30</c>.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        return value.ToString(value == 0 || (size >= 1e-4 && size < 1e7) ? "G7" : "0.######e0", CultureInfo.InvariantCulture);
    }

    /// <summary>All digits of a whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>As many significant digits as asked for, without an exponent where that stays readable.</summary>
    public static string Rounded(double value, int digits = 1)
    {
        if (value == 0 || double.IsNaN(value) || double.IsInfinity(value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (magnitude is < -3 or > 6)
        {
            return value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture);
        }

        var unit = Math.Pow(10, magnitude - digits + 1);
        var rounded = Math.Round(value / unit) * unit;
        return rounded.ToString("0." + new string('#', Math.Max(digits - 1 - magnitude, 0)), CultureInfo.InvariantCulture);
    }

    /// <summary>A share as whole percent; <c>under 1%</c> and <c>over 99%</c> where rounding would deny or assert too much.</summary>
    public static string Percent(double share)
    {
        var percent = 100 * share;
        return percent is > 0 and < 0.5 ? "under 1%"
            : percent is > 99.5 and < 100 ? "over 99%"
            : Math.Round(percent).ToString("0", CultureInfo.InvariantCulture) + "%";
    }
}

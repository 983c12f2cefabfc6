using System.Globalization;

namespace NetGen.Optimizers;

/// <summary>Checks of optimizers' settings.</summary>
internal static class Settings
{
    /// <summary>A decay per step: at least 0 and below 1.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">The property.</param>
    /// <param name="usual">A value that works, for the message.</param>
    public static double Fraction(double value, string name, double usual) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(
            name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be at least 0 and below 1, such as {usual}."));

    /// <summary>A finite number of at least 0.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">The property.</param>
    /// <param name="usual">A value that works, for the message.</param>
    public static double NotNegative(double value, string name, double usual) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be finite and not negative, such as {usual}."));

    /// <summary>A number above 0 that keeps a divisor from being 0: at least the smallest normal float, since it is added in single precision.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="name">The property.</param>
    /// <param name="usual">A value that works, for the message.</param>
    public static double Positive(double value, string name, double usual) => value >= 1.17549435e-38 && value <= float.MaxValue
        ? value
        : throw new ArgumentOutOfRangeException(
            name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be above 1.2E-38, the smallest normal float, and finite, such as {usual}."));
}

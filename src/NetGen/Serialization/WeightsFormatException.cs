using System.Globalization;

namespace NetGen;

/// <summary>A weights file is damaged, or belongs to another network. The network that was to load it is as it was.</summary>
public sealed class WeightsFormatException : IOException
{
    internal WeightsFormatException(WeightsFormatError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>What is wrong.</summary>
    public WeightsFormatError Error { get; }

    internal static WeightsFormatException Of(WeightsFormatError error, FormattableString message) =>
        new(error, message.ToString(CultureInfo.InvariantCulture));
}

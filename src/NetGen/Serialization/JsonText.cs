using System.Text;
using System.Text.Json;

namespace NetGen.Serialization;

/// <summary>Strings and numbers of a file's header, read so that nothing in it can take more memory than it has.</summary>
internal static class JsonText
{
    /// <summary>Every UTF-16 unit may be written as \uXXXX.</summary>
    private const int LongestEscape = 6;

    private const int ExcerptBytes = 80;

    /// <summary>Whether the string the reader stands on is the given one.</summary>
    public static bool Equals(ref Utf8JsonReader reader, string text)
    {
        // What is longer than the text with every unit escaped is another one; it need not be unescaped to know.
        if (reader.ValueSpan.Length > LongestEscape * text.Length)
        {
            return false;
        }

        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            throw WeightsFormatException.Of(
                WeightsFormatError.InvalidJson, $"The header's string \"{Excerpt(ref reader)}\" holds half of a surrogate pair, which is no text. The file is damaged.");
        }
    }

    /// <summary>The token the reader stands on as it is written, cut where it is long.</summary>
    public static string Excerpt(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        return bytes.Length <= ExcerptBytes ? Encoding.UTF8.GetString(bytes) : Encoding.UTF8.GetString(bytes[..ExcerptBytes]) + "...";
    }

    /// <summary>Whether the number the reader stands on is a whole one without exponent, however large.</summary>
    public static bool IsWhole(ref Utf8JsonReader reader) => reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
}

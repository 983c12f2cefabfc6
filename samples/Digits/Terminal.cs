using System.Text;

/// <summary>Draws digits in the terminal.</summary>
internal static class Terminal
{
    private const int Side = 8;
    private const string Shades = " .:-=+*#%@";

    /// <summary>Images side by side, each under its caption.</summary>
    public static string Draw(IReadOnlyList<(string Caption, float[] Pixels)> images)
    {
        const int Width = 2 * Side;
        var text = new StringBuilder();
        foreach (var (caption, _) in images)
        {
            text.Append(caption.PadRight(Width + 2));
        }

        for (var row = 0; row < Side; row++)
        {
            text.AppendLine();
            foreach (var (_, pixels) in images)
            {
                for (var column = 0; column < Side; column++)
                {
                    // Twice as wide as high, since a character is about twice as high as wide.
                    var shade = Shades[(int)(pixels[(row * Side) + column] / 16 * (Shades.Length - 1))];
                    text.Append(shade).Append(shade);
                }

                text.Append("  ");
            }
        }

        return text.ToString();
    }
}

using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Source text in which the places of expected diagnostics stand between <c>[|</c> and <c>|]</c>.</summary>
/// <param name="Text">Without the marks.</param>
/// <param name="Spans">The places, in order.</param>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    private const string Opening = "[|";
    private const string Closing = "|]";

    /// <summary>Takes the marks out.</summary>
    public static MarkedSource Parse(string marked)
    {
        var spans = new List<TextSpan>();
        while (true)
        {
            var start = marked.IndexOf(Opening, StringComparison.Ordinal);
            if (start < 0)
            {
                return new MarkedSource(marked, spans);
            }

            var end = marked.IndexOf(Closing, start, StringComparison.Ordinal) - Opening.Length;
            marked = marked.Remove(end + Opening.Length, Closing.Length).Remove(start, Opening.Length);
            spans.Add(TextSpan.FromBounds(start, end));
        }
    }
}

namespace NetGen.Benchmarks.Peers;

/// <summary>Why a peer's native library does not load, in words.</summary>
internal static class PeerProblem
{
    private const int Longest = 160;

    /// <summary>The innermost cause, cut to a line.</summary>
    public static string Reason(Exception exception)
    {
        var cause = exception;
        while (cause.InnerException is not null)
        {
            cause = cause.InnerException;
        }

        var line = cause.Message.ReplaceLineEndings(" ").Replace('|', '/').Trim();

        // Loaders name folders of the machine, which say nothing to a reader of the results.
        line = string.Join(' ', line.Split(' ').Select(static word => word.Contains('/', StringComparison.Ordinal) ? Path.GetFileName(word.TrimEnd(':', '.', ',')) : word));
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }

    /// <summary>What the peer's column says.</summary>
    public static string Column(string problem) => $"not loaded: {problem}";
}

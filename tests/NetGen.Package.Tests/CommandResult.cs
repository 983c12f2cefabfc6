using System.Text.RegularExpressions;

namespace NetGen.Package.Tests;

/// <summary>What a command left behind: its exit code, and all it wrote.</summary>
internal sealed partial record CommandResult(int ExitCode, string Output)
{
    /// <summary>The codes of the errors and warnings of a build, of trimming and of Native AOT's compiler, each once. One without a code is an empty string.</summary>
    public IEnumerable<string> Codes => Report().Matches(Output).Select(static match => match.Groups["code"].Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What it wrote, by lines that are not empty.</summary>
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The result itself, where the command succeeded; else an error that shows its output.</summary>
    public CommandResult Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"The command ended with {ExitCode}, expected 0:\n{Output}");

    [GeneratedRegex(@"\b(error|warning) ?(?<code>[A-Z]+[0-9]+)? ?:")]
    private static partial Regex Report();
}

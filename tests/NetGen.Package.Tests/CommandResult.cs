namespace NetGen.Package.Tests;

/// <summary>What a command left behind: its exit code, and all it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The result itself, where the command succeeded; else an error that shows its output.</summary>
    public CommandResult Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"The command ended with {ExitCode}, expected 0:\n{Output}");
}

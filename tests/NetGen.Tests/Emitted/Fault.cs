using System.Text.RegularExpressions;
using NetGen.Testing.Compiling;

namespace NetGen.Tests.Emitted;

/// <summary>A deliberate fault in emitted text.</summary>
/// <param name="Network">The network whose text is changed.</param>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Pattern">A regular expression of what is changed, at its every match.</param>
/// <param name="Replacement">What it is changed to.</param>
internal sealed record Fault(string Network, string Name, string Pattern, string Replacement)
{
    /// <summary>The run with the fault.</summary>
    /// <exception cref="CheckFailedException">Nothing matches: the emitter writes something else now, and the fault must be written anew.</exception>
    public GeneratorRun Apply(GeneratorRun run)
    {
        var matches = 0;
        var changed = run.Edit((_, text) => Regex.Replace(text, Pattern, match =>
        {
            matches++;
            return match.Result(Replacement);
        }));
        return matches > 0
            ? changed
            : throw new CheckFailedException($"The fault '{Name}' matches nothing in the emitted text of {Network} any more; write its pattern anew: {Pattern}");
    }
}

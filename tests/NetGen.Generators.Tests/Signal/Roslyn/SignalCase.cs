using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>A declaration that breaks one rule, and another just on the other side of the threshold.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much the finding weighs.</param>
/// <param name="Fires">The attributes, the place of the diagnostic marked.</param>
/// <param name="Quiet">The attributes on the other side.</param>
/// <param name="Message">How the message begins, up to where the way out is named.</param>
internal sealed record SignalCase(string Rule, DiagnosticSeverity Severity, string Fires, string Quiet, string Message)
{
    /// <summary>Lines of .editorconfig that hold for both.</summary>
    public string Options { get; init; } = "";

    /// <summary>Lines of .editorconfig in whose place <see cref="Options"/> stands where the rule fires; the same as there unless set.</summary>
    public string? QuietOptions { get; init; }

    /// <summary>A file with one class <c>Net</c>.</summary>
    public static string Net(string attributes) => "using NetGen;\n\n[NeuralNetwork]\n" + attributes + "\npublic sealed partial class Net;\n";
}

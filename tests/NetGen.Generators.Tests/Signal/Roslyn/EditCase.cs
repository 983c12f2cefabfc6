namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>A file before and after a fix.</summary>
/// <param name="Rule">The rule whose first diagnostic is fixed.</param>
/// <param name="Title">How the fix's title begins.</param>
/// <param name="Before">The file.</param>
/// <param name="After">The file after the fix.</param>
internal sealed record EditCase(string Rule, string Title, string Before, string After);

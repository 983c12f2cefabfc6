namespace NetGen.Generators.Tests.CodeFixes;

/// <summary>A declaration in error and what a fix makes of it.</summary>
/// <param name="Rule">The rule whose first error is fixed.</param>
/// <param name="Title">The fix's title.</param>
/// <param name="Before">The file.</param>
/// <param name="After">The file after the fix.</param>
internal sealed record FixCase(string Rule, string Title, string Before, string After);

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Every rule has its release row, its page with code that is what the page says, and its tests.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Identifiers => new(Analyzers.Descriptors.Select(static rule => rule.Id));

    [Fact]
    public void Rules_AreNumberedWithoutGapsOrRepetitions() =>
        Assert.Equal(Enumerable.Range(1, Analyzers.Descriptors.Length).Select(static number => $"NETGEN{number:000}"), Analyzers.Descriptors.Select(static rule => rule.Id));

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Rule_IsTested(string identifier) => Assert.Contains(RuleCatalogue.All.Values, declared => declared.Rule == identifier);

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Rule_HasAReleaseRow(string identifier)
    {
        var rule = Find(identifier);
        var rows = Repository.Read("generators", "NetGen.Generators", "AnalyzerReleases.Unshipped.md")
            + Repository.Read("generators", "NetGen.Generators", "AnalyzerReleases.Shipped.md");
        Assert.Contains($"\n{identifier} | {rule.Category} | {rule.DefaultSeverity} | ", rows, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Rule_LinksToItsPage(string identifier)
    {
        var rule = Find(identifier);
        Assert.Equal(Rules.HelpFolder + identifier + ".md", rule.HelpLinkUri);
        Assert.StartsWith($"# {identifier}: {rule.Title}\n", Page(identifier), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public async Task Page_ShowsCodeThatBreaksTheRuleAndCodeThatDoesNot(string identifier)
    {
        var blocks = CodeBlock().Matches(Page(identifier)).Select(static match => match.Groups[1].Value).ToList();
        Assert.Equal(2, blocks.Count);

        var builder = identifier == "NETGEN007" ? CompilationBuilder.Default with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12 } : CompilationBuilder.Default;
        var bad = await Analyzers.RunAsync(builder.Build(blocks[0]));
        Assert.Equal([identifier], bad.Select(static diagnostic => diagnostic.Id).Distinct());

        var repaired = CompilationBuilder.Default.Build(blocks[1]);
        Assert.Empty(await Analyzers.RunAsync(repaired));
        Assert.DoesNotContain(repaired.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Pages_AreOfRulesThatExist()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "NETGEN0*.md").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(Analyzers.Descriptors.Select(static rule => rule.Id), pages.Order(StringComparer.Ordinal));
    }

    private static DiagnosticDescriptor Find(string identifier) => Analyzers.Descriptors.Single(rule => rule.Id == identifier);

    private static string Page(string identifier) => Repository.Read("docs", "rules", identifier + ".md").ReplaceLineEndings("\n");

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Tests.Diagnostics;
using Xunit;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>Every rule of the signal has its release row and a page whose code breaks the rule, says what the page says, and does not once it is fixed.</summary>
public sealed partial class SignalPageTests
{
    public static TheoryData<string> Identifiers => new(SignalWorkspace.Descriptors.Select(static rule => rule.Id));

    public static TheoryData<string> RulesOfTheSignal => new(SignalRules.All.Select(static rule => rule.Definition.Id));

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Rule_HasAReleaseRowAndLinksToItsPage(string identifier)
    {
        var rule = SignalWorkspace.Descriptors.Single(rule => rule.Id == identifier);
        var rows = Repository.Read("generators", "NetGen.Generators", "AnalyzerReleases.Unshipped.md") + Repository.Read("generators", "NetGen.Generators", "AnalyzerReleases.Shipped.md");
        Assert.Contains($"\n{identifier} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}, ", rows, StringComparison.Ordinal);
        Assert.Equal(NetGen.Generators.Parsing.Descriptors.Rules.HelpFolder + identifier + ".md", rule.HelpLinkUri);
        Assert.StartsWith($"# {identifier}: {rule.Title}\n\n{rule.DefaultSeverity}, category {rule.Category}.\n", Page(identifier), StringComparison.Ordinal);
    }

    [Fact]
    public void RowsAndPages_AreOfRulesThatExist()
    {
        var known = SignalWorkspace.Descriptors.Select(static rule => rule.Id).ToList();
        var rows = Row().Matches(Repository.Read("generators", "NetGen.Generators", "AnalyzerReleases.Unshipped.md")).Select(static match => match.Groups[1].Value);
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "NETGEN*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!);
        Assert.Equal(known, rows.Order(StringComparer.Ordinal));
        // NETGEN0 are the rules of declarations, NETGEN4 the warnings of the package's targets.
        Assert.Equal(known, pages.Where(static page => page[6] is not ('0' or '4')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RulesOfTheSignal))]
    public async Task Page_ShowsCodeThatBreaksTheRuleAndCodeThatDoesNot(string identifier)
    {
        var page = Page(identifier);
        var blocks = CodeBlock().Matches(page).Select(static match => match.Groups[1].Value).ToList();
        Assert.Equal(2, blocks.Count);

        using var bad = new SignalWorkspace("", blocks[0]);
        var found = await bad.AnalyzeAsync();
        Assert.Equal([identifier], found.Select(static diagnostic => diagnostic.Id));
        Assert.Contains("\n> " + found[0].GetMessage(CultureInfo.InvariantCulture) + "\n", page, StringComparison.Ordinal);
        Assert.NotEmpty(await bad.OfferAsync(found[0]));

        using var repaired = new SignalWorkspace("", blocks[1]);
        Assert.Empty(await repaired.AnalyzeAsync());
        Assert.DoesNotContain((await repaired.CompileAsync()).GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The options of a page are its rule's, with the defaults that hold.</summary>
    [Theory]
    [MemberData(nameof(RulesOfTheSignal))]
    public void Page_NamesThresholdsThatExist(string identifier)
    {
        foreach (Match match in Option().Matches(Page(identifier)))
        {
            var option = ThresholdOptions.All.Single(option => option.Name == match.Groups[1].Value);
            Assert.Equal(option.Get(SignalThresholds.Default), double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), 1e-9);
        }
    }

    [Fact]
    public async Task PageOfOptions_ShowsAllOfThemAndWhatIsSaid()
    {
        var page = Page("NETGEN100");
        foreach (var option in ThresholdOptions.All)
        {
            var row = Assert.Single(page.Split('\n'), line => line.StartsWith($"| `{option.Name}` | ", StringComparison.Ordinal));
            Assert.Equal(option.Get(SignalThresholds.Default), double.Parse(row.Split('|')[2], CultureInfo.InvariantCulture), 1e-9);
        }

        var source = SignalCase.Net("[Input(4)]\n[Dense(1)]");
        var blocks = OptionBlock().Matches(page).Select(static match => match.Groups[1].Value).ToList();
        using var bad = new SignalWorkspace(blocks[0], source);
        var found = Assert.Single(await bad.AnalyzeAsync(), static diagnostic => diagnostic.Id == "NETGEN100");
        Assert.Contains("\n> " + found.GetMessage(CultureInfo.InvariantCulture) + "\n", page, StringComparison.Ordinal);
        using var repaired = new SignalWorkspace(blocks[1], source);
        Assert.DoesNotContain(await repaired.AnalyzeAsync(), static diagnostic => diagnostic.Id == "NETGEN100");
    }

    private static string Page(string identifier) => Repository.Read("docs", "rules", identifier + ".md").ReplaceLineEndings("\n");

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^```ini\n\[\*\.cs\]\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex OptionBlock();

    [GeneratedRegex(@"^(netgen_\w+) = (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Option();

    [GeneratedRegex("^(NETGEN[1-9][0-9]{2}) \\| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}

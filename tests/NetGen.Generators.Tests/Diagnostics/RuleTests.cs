using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Every rule: what it says, where, and where it stays quiet.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Firing => new(RuleCatalogue.All.Where(static pair => pair.Value.Rule.Length > 0).Select(static pair => pair.Key));

    public static TheoryData<string> Quiet => new(RuleCatalogue.All.Where(static pair => pair.Value.Rule.Length == 0).Select(static pair => pair.Key));

    [Theory]
    [MemberData(nameof(Firing))]
    public async Task Rule_SaysWhatIsWrongWhereItIs(string name)
    {
        var (declared, found) = await AnalyzeAsync(name);
        var source = MarkedSource.Parse(declared.Source);
        Assert.Equal(declared.Messages, found.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.All(found, diagnostic => Assert.Equal(declared.Rule, diagnostic.Id));
        Assert.All(found, static diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
        Assert.Equal(source.Spans, found.Select(static diagnostic => diagnostic.Location.SourceSpan));
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public async Task Rules_StayQuiet(string name)
    {
        var (_, found) = await AnalyzeAsync(name);
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public void QuietCases_AreValidCSharp(string name)
    {
        var compilation = Compile(RuleCatalogue.All[name]);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task Messages_DoNotDependOnTheCulture()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        var former = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
            foreach (var name in (string[])["Value.NegativeLimit", "Structure.ManyParameters", "Structure.NegativeUnitsByName", "Value.BeyondFloat"])
            {
                var (declared, found) = await AnalyzeAsync(name);
                Assert.Equal(declared.Messages, found.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (former, null);
        }
    }

    /// <summary>An analyzer sees the emitted members in the class, the generator does not: they agree all the same.</summary>
    [Fact]
    public async Task Rules_StayQuietBesideEmittedMembers()
    {
        var source = RuleCase.Net("[Input(4)]\n[Dense(3)]\n[Dense(2, Name = \"Head\")]");
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(source));
        Assert.NotEmpty(run.Sources);
        Assert.Empty(await Analyzers.RunAsync(run.Output));
    }

    private static async Task<(RuleCase Declared, IReadOnlyList<Diagnostic> Found)> AnalyzeAsync(string name)
    {
        var declared = RuleCatalogue.All[name];
        return (declared, await Analyzers.RunAsync(Compile(declared)));
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(RuleCase declared) =>
        (CompilationBuilder.Default with { LanguageVersion = declared.Language }).Build(MarkedSource.Parse(declared.Source).Text);
}

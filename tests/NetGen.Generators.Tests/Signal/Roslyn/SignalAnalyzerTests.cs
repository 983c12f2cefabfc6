using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Tests.Diagnostics;
using Xunit;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>Every rule of the signal as users meet it: what is said, where, how loud, and from where on.</summary>
public sealed class SignalAnalyzerTests
{
    private const string Saturated = """
        [Input(100, Mean = 0, StandardDeviation = 1)]
        [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
        [Dense(10)]
        [Loss(Loss.SoftmaxCrossEntropy)]
        """;

    public static TheoryData<string> Cases => new(SignalCases.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Rule_SaysWhatItFindsWhereItIsCaused(string name)
    {
        var declared = SignalCases.All[name];
        var source = MarkedSource.Parse(SignalCase.Net(declared.Fires));
        using var workspace = new SignalWorkspace(declared.Options, source.Text);
        var found = Assert.Single(await workspace.AnalyzeAsync(), diagnostic => diagnostic.Id == declared.Rule);

        var message = found.GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(declared.Message, message[..Math.Min(declared.Message.Length, message.Length)]);
        Assert.Equal(declared.Severity, found.Severity);
        Assert.Equal(source.Text[source.Spans.Single().Start..source.Spans.Single().End], source.Text[found.Location.SourceSpan.Start..found.Location.SourceSpan.End]);
        Assert.Equal(source.Spans.Single(), found.Location.SourceSpan);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Rule_IsQuietOnTheOtherSide(string name)
    {
        var declared = SignalCases.All[name];
        using var workspace = new SignalWorkspace(declared.QuietOptions ?? declared.Options, SignalCase.Net(declared.Quiet));

        Assert.DoesNotContain(await workspace.AnalyzeAsync(), diagnostic => diagnostic.Id == declared.Rule);
        Assert.DoesNotContain((await workspace.CompileAsync()).GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void EveryRule_HasACase() => Assert.Equal(
        SignalRules.All.Select(static rule => rule.Definition.Id),
        SignalCases.All.Values.Select(static declared => declared.Rule).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryRule_IsReportedByOneAnalyzer() => Assert.Equal(
        SignalRules.All.Select(static rule => rule.Definition.Id).Prepend(ThresholdRules.UnreadableThreshold.Id),
        SignalWorkspace.Descriptors.Select(static rule => rule.Id));

    /// <summary>One cause, one warning: the rules that would follow from it are silent.</summary>
    [Fact]
    public async Task Saturation_IsTheOnlyWarning()
    {
        using var workspace = new SignalWorkspace("", SignalCase.Net(Saturated));
        Assert.Equal(["NETGEN101"], (await workspace.AnalyzeAsync()).Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("none", null)]
    public async Task Severity_ComesFromEditorConfig(string severity, DiagnosticSeverity? expected)
    {
        using var workspace = new SignalWorkspace("dotnet_diagnostic.NETGEN101.severity = " + severity, SignalCase.Net(Saturated));
        Assert.Equal(expected, (await workspace.AnalyzeAsync()).SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task Severity_OfACategoryComesFromEditorConfig()
    {
        using var workspace = new SignalWorkspace("dotnet_analyzer_diagnostic.category-NetGen.Signal.severity = error", SignalCase.Net(Saturated));
        Assert.Equal(DiagnosticSeverity.Error, (await workspace.AnalyzeAsync()).Single().Severity);
    }

    [Fact]
    public async Task Pragma_Suppresses()
    {
        const string Line = "[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]";
        var source = SignalCase.Net(Saturated.Replace(Line, "#pragma warning disable NETGEN101 // to be shown\n" + Line + "\n#pragma warning restore NETGEN101", StringComparison.Ordinal));
        using var workspace = new SignalWorkspace("", source);
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Fact]
    public async Task Attribute_Suppresses()
    {
        var source = SignalCase.Net("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen.Signal\", \"NETGEN101\", Justification = \"To be shown.\")]\n" + Saturated);
        using var workspace = new SignalWorkspace("", source);
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Theory]
    [InlineData("netgen_saturated_share = 0.8\nnetgen_saturated_share_info = 0.8", false)]
    [InlineData("netgen_saturated_share = 0.6\nnetgen_saturated_share_info = 0.6", true)]
    public async Task Thresholds_ComeFromEditorConfig(string options, bool isReported)
    {
        using var workspace = new SignalWorkspace(options, SignalCase.Net(Saturated));
        Assert.Equal(isReported, (await workspace.AnalyzeAsync()).Any(static diagnostic => diagnostic.Id == "NETGEN101"));
    }

    [Theory]
    [InlineData("netgen_saturated_share = 50%", "netgen_saturated_share = '50%' is not a number from 0 to 1, and 0.5 holds instead: correct the value or remove the option")]
    [InlineData("netgen_saturated_share = 1.1", "netgen_saturated_share = '1.1' is not a number from 0 to 1, and 0.5 holds instead: correct the value or remove the option")]
    [InlineData("netgen_exploding_ratio = 0", "netgen_exploding_ratio = '0' is not a number above 0, and 70 holds instead: correct the value or remove the option")]
    [InlineData("netgen_variance_range = NaN", "netgen_variance_range = 'NaN' is not a number of at least 1, and 1000 holds instead: correct the value or remove the option")]
    [InlineData("netgen_shallow_depth = 2.5", "netgen_shallow_depth = '2.5' is not a whole number from 0 to 1000000, and 5 holds instead: correct the value or remove the option")]
    [InlineData("netgen_saturatd_share = 0.6", "no threshold is called 'netgen_saturatd_share': correct the name or remove the option")]
    public async Task UnreadableThresholds_AreReported(string option, string message)
    {
        using var workspace = new SignalWorkspace(option, SignalCase.Net(Saturated));
        var found = await workspace.AnalyzeAsync();

        var unreadable = Assert.Single(found, static diagnostic => diagnostic.Id == "NETGEN100");
        Assert.Equal("An option of .editorconfig cannot be read: " + message, unreadable.GetMessage(CultureInfo.InvariantCulture));
        Assert.Contains(found, static diagnostic => diagnostic.Id == "NETGEN101");
    }

    /// <summary>One option for each threshold, under its name, that sets this threshold and no other.</summary>
    [Fact]
    public void EveryThreshold_HasAnOption()
    {
        var thresholds = typeof(SignalThresholds).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Equal(thresholds.Select(static threshold => "netgen_" + SnakeCase(threshold.Name)), ThresholdOptions.All.Select(static option => option.Name));
        foreach (var (threshold, option) in thresholds.Zip(ThresholdOptions.All))
        {
            var value = option.Get(SignalThresholds.Default) == 1 ? 3 : 1;
            var changed = option.Set(SignalThresholds.Default, value);
            Assert.True(option.Admits(value));
            Assert.Equal(value, Convert.ToDouble(threshold.GetValue(changed), CultureInfo.InvariantCulture));
            Assert.Equal(SignalThresholds.Default, option.Set(changed, option.Get(SignalThresholds.Default)));
        }
    }

    /// <summary>What repetitions of a block have in common is found once, in the block's own class; a fix would change other networks that use it.</summary>
    [Fact]
    public async Task Blocks_AreShownWhereTheyAreDeclared()
    {
        const string Part = "\n/// <summary>Repeated.</summary>\n[NetworkBlock]\n[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]\npublic sealed class Part;\n";
        using var workspace = new SignalWorkspace("", SignalCase.Net("[Input(100, Mean = 0, StandardDeviation = 1)]\n[Block<Part>(Times = 3)]\n[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]") + Part);

        var found = Assert.Single(await workspace.AnalyzeAsync());
        Assert.Equal("NETGEN101", found.Id);
        Assert.StartsWith("Part1.Dense1 (and 2 more layers declared alike): Normal(1), fan-in 100", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Initializer = Initializer.Normal", found.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(found.Location.SourceSpan));
        Assert.Empty(await workspace.OfferAsync(found));
    }

    [Fact]
    public async Task Rules_AreQuietWhereTheDeclarationIsInError()
    {
        using var workspace = new SignalWorkspace("", SignalCase.Net(Saturated.Replace("Dense(10)", "Dense(0)", StringComparison.Ordinal)));
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Fact]
    public async Task Rules_AreQuietInGeneratedCode()
    {
        using var workspace = new SignalWorkspace("", "// <auto-generated/>\n" + SignalCase.Net(Saturated));
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Fact]
    public async Task Messages_DoNotDependOnTheCulture()
    {
        var former = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            using var workspace = new SignalWorkspace("netgen_fan_ratio = 3.5", SignalCase.Net(Saturated));
            var found = Assert.Single(await workspace.AnalyzeAsync());
            Assert.StartsWith("Dense1: Normal(1), fan-in 100: std(h) = 10, 72% of its logistic units start saturated", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.Contains("gradient ratio 0.", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (former, null);
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select(static (letter, index) => (index > 0 && char.IsUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter)));
}

using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace NetGen.Generators.Tests.Harness;

/// <summary>The snapshots' own rules, tried in a folder that the test makes.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("netgen-snapshots-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Missing_FailsAndWritesReceived()
    {
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verify("class A;"));

        Assert.Contains("SnapshotTests.Missing_FailsAndWritesReceived#Net.g.verified.cs is missing", failure.Message, StringComparison.Ordinal);
        var received = await File.ReadAllBytesAsync(PathOf("Missing_FailsAndWritesReceived#Net.g.received.cs"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "//HintName: Net.g.cs\nclass A;"u8], received);
        Assert.Single(Directory.GetFiles(_directory));
    }

    [Fact]
    public async Task Accepted_Holds()
    {
        await AcceptAsync("Accepted_Holds#Net.g.verified.cs", "class A;");
        await Verify("class A;");
        Assert.Single(Directory.GetFiles(_directory));
    }

    [Fact]
    public async Task Different_FailsWithTheFirstLineThatIs()
    {
        await AcceptAsync("Different_FailsWithTheFirstLineThatIs#Net.g.verified.cs", "class A;\nclass B;");

        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verify("class A;\nclass C;"));

        Assert.Contains("different from line 3 on", failure.Message, StringComparison.Ordinal);
        Assert.Contains("verified: class B;", failure.Message, StringComparison.Ordinal);
        Assert.Contains("received: class C;", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf("Different_FailsWithTheFirstLineThatIs#Net.g.received.cs")));

        await Verify("class A;\nclass B;");
        Assert.Single(Directory.GetFiles(_directory));
    }

    [Fact]
    public async Task Stale_Fails()
    {
        await AcceptAsync("Stale_Fails#Net.g.verified.cs", "class A;");
        await AcceptAsync("Stale_Fails#Gone.g.verified.cs", "class B;", hint: "Gone.g.cs");
        await AcceptAsync("Stale_FailsNot#Other.g.verified.cs", "class B;", hint: "Other.g.cs");

        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verify("class A;"));

        Assert.Contains("Stale_Fails#Gone.g.verified.cs is stale", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Other", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrubbed_LeavesLinesOut()
    {
        await AcceptAsync("Scrubbed_LeavesLinesOut#Net.g.verified.cs", "class A;");
        await Settings("class A;\n// version 1.2").ScrubLines(static line => line.Contains("version", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "a/b")]
    public async Task Parameters_AreInTheName(int number, string text)
    {
        await AcceptAsync("Parameters_AreInTheName_number=1_text=a-b#Net.g.verified.cs", "class A;");
        await Settings("class A;").UseParameters(number, text);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Settings("class A;").ToTask());
    }

    [Fact]
    public async Task Diagnostics_HaveAFileOfTheirOwn()
    {
        var rule = new DiagnosticDescriptor("TEST1", "A title", "Found {0}", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verify("class A;", rule));
        Assert.Contains("SnapshotTests.Diagnostics_HaveAFileOfTheirOwn.verified.txt is missing", failure.Message, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(PathOf("Diagnostics_HaveAFileOfTheirOwn.received.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("Message: Found Net,\n      Severity: Warning,\n", text, StringComparison.Ordinal);
    }

    private Task Verify(string emitted, DiagnosticDescriptor? reported = null) => Settings(emitted, reported).ToTask();

    private SettingsTask Settings(string emitted, DiagnosticDescriptor? reported = null)
    {
        var generator = new PlantedGenerator(_ => emitted, reported: reported);
        var run = GeneratorHarness.Run(generator, CompilationBuilder.Default.Build("[System.Obsolete] class Net;"));
        return Verifier.Verify(run.Driver).UseDirectory(_directory);
    }

    private string PathOf(string name) => Path.Combine(_directory, $"{nameof(SnapshotTests)}.{name}");

    private Task AcceptAsync(string name, string text, string hint = "Net.g.cs") =>
        File.WriteAllTextAsync(PathOf(name), $"//HintName: {hint}\n{text}", new UTF8Encoding(true), TestContext.Current.CancellationToken);
}

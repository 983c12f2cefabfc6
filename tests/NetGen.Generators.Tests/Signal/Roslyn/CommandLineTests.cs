using System.Diagnostics;
using Xunit;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>A project on disk, built and mended by the tools that users have, without an IDE.</summary>
public sealed class CommandLineTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    [Fact]
    public async Task Build_Warns_Format_Mends_AndTheNextBuildIsClean()
    {
        Write("User.csproj", Project());
        Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.NETGEN107.severity = warning\ndotnet_diagnostic.NETGEN117.severity = warning\nnetgen_fan_ratio = 2.5\n");
        Write("Network.cs", """
            using NetGen;

            [NeuralNetwork]
            [Input(64, Mean = 0, StandardDeviation = 1)]
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)] // the first
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(10)]
            [Loss(Loss.SoftmaxCrossEntropy)]
            public sealed partial class DigitNet;
            """);

        Write("Other.cs", """
            using NetGen;

            // Information unless .editorconfig says otherwise, and quiet by the default threshold.
            [NeuralNetwork, Input(300, Mean = 0, StandardDeviation = 1), Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal), Dense(100)]
            public sealed partial class OtherNet;
            """);

        await RunAsync("restore");
        var warned = await BuildAsync();
        Assert.Contains("Network.cs(5,33): warning NETGEN101: Dense1 (and 1 more layer declared alike): Normal(1), fan-in 64: std(h) = 8, 65% of its logistic units start saturated at initialization", warned, StringComparison.Ordinal);
        Assert.Contains(". Use CentredLogistic after logistic units: ", warned, StringComparison.Ordinal);

        Assert.Contains("Other.cs(4,90): warning NETGEN117: Dense1: GlorotNormal, 300 inputs and 100 units", warned, StringComparison.Ordinal);
        Assert.Contains("2 Warning(s)", warned, StringComparison.Ordinal);

        await RunAsync("format", "analyzers", "User.csproj", "--no-restore", "--diagnostics", "NETGEN101", "NETGEN117", "--severity", "warn");
        var text = await File.ReadAllTextAsync(Path.Combine(_folder, "Network.cs"), TestContext.Current.CancellationToken);
        output.WriteLine(text);
        Assert.Contains("[Dense(100, Activation.Sigmoid)] // the first", text, StringComparison.Ordinal);
        Assert.Contains("[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic)]", text, StringComparison.Ordinal);

        var clean = await BuildAsync();
        Assert.Contains("0 Warning(s)", clean, StringComparison.Ordinal);
        Assert.Contains("0 Error(s)", clean, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A project as a user's is, but for the package: its parts are referenced where they were built. It restores nothing.</summary>
    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
            <UseSharedCompilation>false</UseSharedCompilation>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Built(typeof(NeuralNetworkAttribute))}" />
            <Analyzer Include="{Built(typeof(NetworkGenerator))}" />
            <Analyzer Include="{Built(typeof(NetGen.CodeFixes.SignalCodeFix))}" />
          </ItemGroup>
        </Project>
        """;

    private static string Built(Type type) => type.Assembly.Location;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text.ReplaceLineEndings("\n"));

    private Task<string> BuildAsync() => RunAsync("build", "--no-restore", "--no-incremental", "-nologo", "-nodeReuse:false");

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test runner's own SDK has set must not lead the tools astray.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_patience);
        try
        {
            var (written, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            var text = await written + await errors;
            output.WriteLine(text);
            Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}");
            return text;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

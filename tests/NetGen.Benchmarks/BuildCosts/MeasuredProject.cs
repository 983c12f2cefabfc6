using System.Diagnostics;
using NetGen.Generators;

namespace NetGen.Benchmarks.BuildCosts;

/// <summary>A class library in a temporary folder that is built as a user's would be.</summary>
internal sealed class MeasuredProject
{
    private readonly string _folder;

    /// <summary>Writes the project and restores it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sources">Its files.</param>
    public MeasuredProject(string name, IEnumerable<string> sources)
    {
        _folder = Path.Combine(Repository.Temporary, "build-costs", name);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(LayerInfo).Assembly.Location}" />
                <Analyzer Include="{typeof(NetworkGenerator).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);

        // Nothing of this repository's own settings.
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Directory.Packages.props"), "<Project />");
        foreach (var (index, source) in sources.Index())
        {
            File.WriteAllText(Path.Combine(_folder, FormattableString.Invariant($"Source{index}.cs")), source);
        }

        Run("restore");
    }

    /// <summary>Builds everything anew, several times; the build that took the least processor time.</summary>
    public BuildCost Build(int times) => Enumerable.Range(0, times).Select(_ => Build()).MinBy(static cost => cost.ProcessorSeconds ?? cost.Seconds)!;

    private BuildCost Build()
    {
        var clock = Stopwatch.StartNew();
        var before = ChildTime.Seconds();
        Run("build", "--no-restore", "--no-incremental", "-c", "Release", "-p:UseSharedCompilation=false", "-nodeReuse:false");
        return new BuildCost(clock.Elapsed.TotalSeconds, ChildTime.Seconds() - before);
    }

    private void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}

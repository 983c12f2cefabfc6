using Xunit;

namespace NetGen.Package.Tests;

/// <summary>A new project of a user's, in a folder of its own, that references the package and nothing of this repository.</summary>
internal sealed class FreshProject
{
    private readonly string _folder;

    private FreshProject(string folder) => _folder = folder;

    /// <summary>Writes the project: its properties, as XML, and its one source file.</summary>
    public static FreshProject Create(PackedPackage package, string name, string source, string properties = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, name)).FullName;
        // Added to the user's own sources, which Native AOT needs; packages are unpacked beside it, so that none is taken from an earlier run.
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(package.Folder, "packages")}" />
              </config>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="[{package.Version}]" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), source);
        return new FreshProject(folder);
    }

    /// <summary>Runs a command of the SDK in the project's folder.</summary>
    public Task<CommandResult> DotnetAsync(params IReadOnlyList<string> arguments) => Command.DotnetAsync(_folder, TestContext.Current.CancellationToken, arguments);

    /// <summary>Runs what was published to the folder <c>out</c>.</summary>
    public Task<CommandResult> RunPublishedAsync(string name) =>
        Command.RunAsync(Path.Combine(_folder, "out", OperatingSystem.IsWindows() ? name + ".exe" : name), _folder, TestContext.Current.CancellationToken);
}

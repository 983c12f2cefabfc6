using Xunit;

namespace NetGen.Package.Tests;

/// <summary>A new project of a user's, in a folder of its own, that references the package and nothing of this repository.</summary>
internal sealed class FreshProject
{
    private readonly string _folder;
    private readonly string _name;

    private FreshProject(string folder, string name) => (_folder, _name) = (folder, name);

    /// <summary>Writes the project: its properties, as XML, and its one source file.</summary>
    public static FreshProject Create(PackedPackage package, string name, string source, string properties = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, name)).FullName;
        // The packed folder stands beside the user's own sources, which Native AOT's compiler comes from. Packages are unpacked into the temporary folder,
        // so that none of an earlier run is taken.
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(package.Folder, "packages")}</RestorePackagesPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="[{package.Version}]" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), source);
        return new FreshProject(folder, name);
    }

    /// <summary>Runs a command of the SDK in the project's folder.</summary>
    public Task<CommandResult> DotnetAsync(params IReadOnlyList<string> arguments) => Command.DotnetAsync(_folder, TestContext.Current.CancellationToken, arguments);

    /// <summary>Runs what was published to a folder of the project's.</summary>
    public Task<CommandResult> RunPublishedAsync(string folder) => Command.RunAsync(Path.Combine(_folder, folder, _name), _folder, TestContext.Current.CancellationToken);
}

using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>What the package holds, and what it does not.</summary>
public sealed partial class PackageFilesTests(PackedPackage package)
{
    // Written by NuGet for every package.
    private static readonly string[] Bookkeeping = ["_rels/", "package/services/", "[Content_Types].xml"];

    [Fact]
    public void Pack_MakesOnePackage() =>
        Assert.Equal([$"NetGen.{package.Version}.nupkg"], Directory.GetFiles(package.Feed).Select(Path.GetFileName));

    [Fact]
    public void Package_HoldsLibraryGeneratorFixesAndTargets()
    {
        using var archive = Open();
        var files = archive.Entries.Select(static entry => entry.FullName).Where(static name => !Bookkeeping.Any(name.StartsWith)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "LICENSE",
                "NetGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/NetGen.CodeFixes.dll",
                "analyzers/dotnet/cs/NetGen.Generators.dll",
                "build/NetGen.targets",
                "buildTransitive/NetGen.targets",
                "lib/net10.0/NetGen.dll",
                "lib/net10.0/NetGen.xml",
            ],
            files);
    }

    [Fact]
    public void Package_DependsOnNothing()
    {
        using var archive = Open();
        using var stream = archive.GetEntry("NetGen.nuspec")!.Open();
        var elements = XDocument.Load(stream).Descendants().ToList();
        Assert.DoesNotContain(elements, static element => element.Name.LocalName == "dependency");
        Assert.Contains(elements, static element => element.Name.LocalName == "license" && element.Value == "MIT");
    }

    /// <summary><c>dotnet pack</c> at the root packs what the solution names: every other project inherits that it is not packed.</summary>
    [Fact]
    public void NoOtherProject_IsPackable()
    {
        var root = XDocument.Load(Path.Combine(PackedPackage.Repository, "Directory.Build.props"));
        Assert.Equal("false", root.Descendants("IsPackable").Single().Value);

        var projects = SolutionProject().Matches(File.ReadAllText(Path.Combine(PackedPackage.Repository, "NetGen.sln"))).Select(static match => match.Groups["path"].Value.Replace('\\', '/'));
        var packable = projects.Where(static project => XDocument.Load(Path.Combine(PackedPackage.Repository, project)).Descendants("IsPackable").Any(static value => value.Value != "false"));
        Assert.Equal(["src/NetGen/NetGen.csproj"], packable);
    }

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"")]
    private static partial Regex SolutionProject();

    private ZipArchive Open() => ZipFile.OpenRead(Path.Combine(package.Feed, $"NetGen.{package.Version}.nupkg"));
}

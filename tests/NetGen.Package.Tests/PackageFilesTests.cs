using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>What the package holds, and what it does not.</summary>
public sealed class PackageFilesTests(PackedPackage package)
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

    /// <summary>Every other project says, or inherits, that it is not packed: <c>dotnet pack</c> at the root makes this one package.</summary>
    [Fact]
    public void NoOtherProject_IsPackable()
    {
        var packable = Directory.GetFiles(PackedPackage.Repository, "*.csproj", SearchOption.AllDirectories)
            .Where(static project => XDocument.Load(project).Descendants("IsPackable").Any(static value => value.Value == "true"))
            .Select(Path.GetFileName);
        Assert.Equal(["NetGen.csproj"], packable);
    }

    private ZipArchive Open() => ZipFile.OpenRead(Path.Combine(package.Feed, $"NetGen.{package.Version}.nupkg"));
}

using System.Reflection;
using NetGen.Package.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace NetGen.Package.Tests;

/// <summary>
/// The package as <c>dotnet pack</c> makes it, in a temporary folder that is the only source projects under test can take it from. Its version carries a
/// stamp, and packages are unpacked into the folder itself: an older package in the user's cache cannot stand in for it.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private string? _folder;

    /// <summary>The version packed.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    /// <summary>The folder of <c>NetGen.sln</c>.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A temporary folder, deleted after the last test.</summary>
    public string Folder => _folder ?? throw new InvalidOperationException("The package is packed when the tests start, and was asked for before.");

    /// <summary>The folder that <c>dotnet pack</c> wrote to.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>Packs what the build of this project has built.</summary>
    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("netgen-").FullName;
        var configuration = typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;
        var project = Path.Combine(Repository, "src", "NetGen", "NetGen.csproj");
        string[] arguments = ["pack", project, "--no-build", "-c", configuration, "-o", Feed, $"-p:PackageVersion={Version}", $"-p:NuspecOutputPath={Folder}"];
        (await Command.DotnetAsync(Repository, TestContext.Current.CancellationToken, arguments)).Succeeded();
    }

    /// <summary>Deletes the folder with all projects in it.</summary>
    public ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"NetGen.sln stands in no folder above {AppContext.BaseDirectory}.");
    }
}

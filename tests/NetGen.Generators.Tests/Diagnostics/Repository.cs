namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>NetGen.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file's text, by its path from the root.</summary>
    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Find()
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

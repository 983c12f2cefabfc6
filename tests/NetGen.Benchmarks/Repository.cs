namespace NetGen.Benchmarks;

/// <summary>Where the results are kept, and what is fetched for them.</summary>
internal static class Repository
{
    /// <summary>The folder benchmarks beside the solution.</summary>
    public static string Benchmarks => Path.Combine(Root(), "benchmarks");

    /// <summary>A folder for what can be made again, which is under no version control.</summary>
    public static string Temporary => Path.Combine(Root(), "tests", "NetGen.Benchmarks", "obj");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No folder above the program holds NetGen.sln. Run it from where it was built.");
    }
}

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace VerifyTests;

/// <summary>What of a generator's run is kept in snapshots: a file for each emitted file, and one for the diagnostics where there are any.</summary>
internal static class SnapshotTargets
{
    /// <summary>The snapshots of a driver's last run.</summary>
    public static IReadOnlyList<SnapshotTarget> Of(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        var targets = new List<SnapshotTarget>();
        var diagnostics = result.Results.SelectMany(static run => run.Diagnostics).ToList();
        if (diagnostics.Count > 0)
        {
            targets.Add(new SnapshotTarget(null, "txt", Describe(diagnostics)));
        }

        foreach (var source in result.Results.SelectMany(static run => run.GeneratedSources))
        {
            var extension = Path.GetExtension(source.HintName).TrimStart('.');
            targets.Add(new SnapshotTarget(Path.GetFileNameWithoutExtension(source.HintName), extension, $"//HintName: {source.HintName}\n{source.SourceText}"));
        }

        return targets;
    }

    private static string Describe(List<Diagnostic> diagnostics)
    {
        var text = new StringBuilder("{\n  Diagnostics: [\n");
        for (var i = 0; i < diagnostics.Count; i++)
        {
            var diagnostic = diagnostics[i];
            var descriptor = diagnostic.Descriptor;
            text.Append("    {\n");
            if (diagnostic.Location.SourceTree is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"      Location: {diagnostic.Location.GetLineSpan()},\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"      Message: {diagnostic.GetMessage(CultureInfo.InvariantCulture)},\n");
            text.Append(CultureInfo.InvariantCulture, $"      Severity: {diagnostic.Severity},\n");
            if (diagnostic.WarningLevel > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"      WarningLevel: {diagnostic.WarningLevel},\n");
            }

            text.Append("      Descriptor: {\n");
            text.Append(CultureInfo.InvariantCulture, $"        Id: {descriptor.Id},\n");
            text.Append(CultureInfo.InvariantCulture, $"        Title: {descriptor.Title.ToString(CultureInfo.InvariantCulture)},\n");
            text.Append(CultureInfo.InvariantCulture, $"        MessageFormat: {descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)},\n");
            text.Append(CultureInfo.InvariantCulture, $"        Category: {descriptor.Category},\n");
            text.Append(CultureInfo.InvariantCulture, $"        DefaultSeverity: {descriptor.DefaultSeverity},\n");
            text.Append(CultureInfo.InvariantCulture, $"        IsEnabledByDefault: {(descriptor.IsEnabledByDefault ? "true" : "false")}\n");
            text.Append(i == diagnostics.Count - 1 ? "      }\n    }\n" : "      }\n    },\n");
        }

        return text.Append("  ]\n}").ToString();
    }
}

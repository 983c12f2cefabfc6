using System.Globalization;
using System.Text;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Scaling;

/// <summary>The page benchmarks/scaling.md with its pictures.</summary>
internal static class ScalingPage
{
    private const string Name = "scaling.md";

    /// <summary>Writes the page.</summary>
    /// <returns>Its path.</returns>
    public static string Write(IReadOnlyList<(string Key, ScalingSection Section)> sections)
    {
        var explanations = Explanations.Read();
        var text = new StringBuilder(Preface);
        Directory.CreateDirectory(Repository.Benchmarks);
        foreach (var (key, section) in sections)
        {
            var picture = $"scaling-{key}.png";
            ScalingPlot.Save(section, Path.Combine(Repository.Benchmarks, picture));
            Append(text, section, key, picture, explanations);
        }

        var path = Path.Combine(Repository.Benchmarks, Name);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static void Append(StringBuilder text, ScalingSection section, string key, string picture, Explanations explanations)
    {
        var machine = section.Machine;
        text.Append(CultureInfo.InvariantCulture, $"\n## {machine.Title}\n{machine.When}: {machine.Processor}, vectors of {machine.VectorBits} bits used; {machine.Runtime} on {machine.System}. The run took {section.Minutes:0.0} minutes.\n\n");
        if (explanations.Of("scaling-section", key) is { } remark)
        {
            text.Append(CultureInfo.InvariantCulture, $"{remark}\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"![Step time and share of the peak by width, depth and batch]({picture})\n\n");
        foreach (var series in section.Results.GroupBy(static result => result.Point.Series))
        {
            var first = series.First().Point;
            var rest = series.Key switch
            {
                "width" => $"{first.Depth} hidden layers, batch {first.Batch}",
                "depth" => $"width {first.Width}, batch {first.Batch}",
                _ => $"width {first.Width}, {first.Depth} hidden layers",
            };
            text.Append(CultureInfo.InvariantCulture, $"### By {series.Key} ({rest})\n| {series.Key} | step | 95th percentile | GFLOP/s | of peak |\n|---:|---:|---:|---:|---:|\n");
            foreach (var result in series)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {result.Point.Value} | {Words.Time(result.Seconds)} | {Words.Time(result.Percentile95)} | {Words.ThreeDigits(result.Gflops)} | {100 * result.Share:0}% |\n");
            }

            text.Append('\n');
        }

        text.Append("### Cliffs\n");
        var cliffs = Cliffs.Find(section.Results);
        foreach (var (smaller, larger) in cliffs)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {smaller.Point.Series} {smaller.Point.Value} takes {Words.Time(smaller.Seconds)}, {larger.Point.Value} only {Words.Time(larger.Seconds)}.\n");
        }

        text.Append(cliffs.Count == 0 ? "None: no size takes longer than a larger one, but for 3% of noise.\n" : $"\n{explanations.Of("scaling", key) ?? $"**Not explained yet**; a heading `## scaling` in {Explanations.FileName} would say why."}\n");
    }

    private const string Preface = """
        # Step time over size
        Does any size cost more than it should? Networks are declared, compiled in memory and trained on one core: rectified linear hidden layers of one width, as many inputs,
        ten logits, a softmax cross-entropy, plain SGD. Made by

        ```
        dotnet run -c Release --project tests/NetGen.Benchmarks -- scaling
        ```

        Operations are counted as in [results.md](results.md): 6 a weight and sample, the unneeded gradient by the input included.

        """;
}

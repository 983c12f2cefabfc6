namespace NetGen.Benchmarks.Report;

/// <summary>
/// Why rows fell short, from benchmarks/explanations.md, which no run overwrites. A heading <c>## id</c> speaks for every section, <c>## id key</c> for one,
/// <c>## section key</c> and <c>## scaling-section key</c> of the sections themselves.
/// </summary>
internal sealed class Explanations
{
    /// <summary>The file, below benchmarks.</summary>
    public const string FileName = "explanations.md";

    private const string Heading = "## ";

    private readonly Dictionary<string, string> texts = [];

    private Explanations(string text)
    {
        foreach (var part in text.Split("\n" + Heading).Skip(1))
        {
            var lines = part.Split('\n', 2);
            texts[lines[0].Trim()] = lines.Length > 1 ? lines[1].Trim() : "";
        }
    }

    /// <summary>Reads the file; without one there are no explanations.</summary>
    public static Explanations Read()
    {
        var path = Path.Combine(Repository.Benchmarks, FileName);
        return new Explanations(File.Exists(path) ? "\n" + File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    /// <summary>Why a row fell short; null where nobody has written it down.</summary>
    public string? Of(string id, string key) => texts.GetValueOrDefault($"{id} {key}") ?? texts.GetValueOrDefault(id);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen.Benchmarks.Report;

/// <summary>The numbers behind the pages, a file a kind of machine, so that a run on one kind leaves the others' as they are.</summary>
/// <typeparam name="TSection">What is kept.</typeparam>
/// <param name="folder">The folder's name below benchmarks.</param>
internal sealed class Store<TSection>(string folder)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string path = Path.Combine(Repository.Benchmarks, folder);

    /// <summary>Keeps a section in place of the one before.</summary>
    public void Write(string key, TSection section)
    {
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, key + ".json"), JsonSerializer.Serialize(section, s_options) + "\n");
    }

    /// <summary>All sections by their keys, in their order.</summary>
    public IReadOnlyList<(string Key, TSection Section)> ReadAll() => !Directory.Exists(path)
        ? []
        : [.. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).Select(static file =>
            (Path.GetFileNameWithoutExtension(file), JsonSerializer.Deserialize<TSection>(File.ReadAllText(file), s_options)!))];
}

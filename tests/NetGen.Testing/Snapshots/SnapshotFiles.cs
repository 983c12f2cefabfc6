using System.Text;

namespace VerifyTests;

/// <summary>The files of one test's snapshots: <c>{prefix}.verified.txt</c> and <c>{prefix}#{name}.verified.cs</c>. Verified files are never written here.</summary>
internal static class SnapshotFiles
{
    private static readonly UTF8Encoding s_withByteOrderMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>A name with what file systems refuse replaced by <c>-</c>.</summary>
    public static string ValidName(string name) => string.Concat(name.Select(static character => character < ' ' || "\"<>|:*?\\/".Contains(character) ? '-' : character));

    /// <summary>Compares all of a test's texts with its snapshots and writes a received file beside each that does not hold.</summary>
    /// <param name="directory">Where the snapshots stand.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="targets">The texts.</param>
    /// <exception cref="VerifyException">A snapshot is missing, different or stale.</exception>
    public static async Task CompareAsync(string directory, string prefix, IReadOnlyList<SnapshotTarget> targets)
    {
        var problems = new List<string>();
        var stale = Existing(directory, prefix, "verified");
        foreach (var leftOver in Existing(directory, prefix, "received"))
        {
            File.Delete(leftOver);
        }

        foreach (var target in targets)
        {
            var stem = target.Name is null ? prefix : $"{prefix}#{ValidName(target.Name)}";
            var verified = Path.Combine(directory, $"{stem}.verified.{target.Extension}");
            stale.Remove(verified);
            var problem = File.Exists(verified) ? FirstDifference(await ReadAsync(verified), target.Text) : "is missing";
            if (problem is not null)
            {
                problems.Add($"{Path.GetFileName(verified)} {problem}");
                Directory.CreateDirectory(directory);
                await File.WriteAllTextAsync(Path.Combine(directory, $"{stem}.received.{target.Extension}"), target.Text, s_withByteOrderMark);
            }
        }

        problems.AddRange(stale.Select(static file => $"{Path.GetFileName(file)} is stale: the test gives no such text any more"));
        if (problems.Count > 0)
        {
            throw new VerifyException(
                $"Snapshots of {prefix} do not hold:\n  {string.Join("\n  ", problems)}\n"
                + "Compare the received files beside them; where a change is meant, rename received to verified, and delete what is stale.");
        }
    }

    private static HashSet<string> Existing(string directory, string prefix, string kind) => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory).Where(file => IsOf(Path.GetFileName(file), prefix, kind))]
        : [];

    // {prefix}.verified.txt or {prefix}#{name}.verified.cs, but not those of a test whose name begins with this one's.
    private static bool IsOf(string file, string prefix, string kind)
    {
        if (!file.StartsWith(prefix, StringComparison.Ordinal) || file.LastIndexOf('.') is var dot && dot < prefix.Length)
        {
            return false;
        }

        var rest = file[prefix.Length..dot];
        return rest == $".{kind}" || (rest.StartsWith('#') && rest.EndsWith($".{kind}", StringComparison.Ordinal));
    }

    private static async Task<string> ReadAsync(string file) => (await File.ReadAllTextAsync(file)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string? FirstDifference(string verified, string received)
    {
        if (verified == received)
        {
            return null;
        }

        var (expected, actual) = (verified.Split('\n'), received.Split('\n'));
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
        {
            line++;
        }

        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"is different from line {line + 1} on:\n    verified: {(line < expected.Length ? expected[line] : "(the end)")}\n    received: {(line < actual.Length ? actual[line] : "(the end)")}");
    }
}

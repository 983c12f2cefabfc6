using System.Text.RegularExpressions;
using NetGen.Generators.Tests.Diagnostics;
using Xunit;

namespace NetGen.Generators.Tests.Architecture;

/// <summary>The rooms of the generator: references between them point one way.</summary>
public sealed partial class RoomTests
{
    // A room may use those before it.
    private static readonly string[] s_rooms =
        ["Machine", "Model", "Graph", "Lowering", "Differentiation", "Optimization", "Scheduling", "Signal", "Parsing", "Emit", "Diagnostics"];

    private static readonly string s_generators = Path.Combine(Repository.Root, "generators", "NetGen.Generators");

    private static readonly string[] s_kinds =
        ["Dense", "ActivationLayer", "Dropout", "AlphaDropout", "GaussianNoise", "BatchNormalization", "LayerNormalization", "RmsNormalization", "Flatten", "Residual", "Block"];

    [Fact]
    public void EveryFolder_IsARoom() => Assert.Empty(
        Directory.GetDirectories(s_generators).Select(Path.GetFileName).Except(s_rooms.Append("bin").Append("obj").Append("Properties")));

    [Fact]
    public void NoRoom_RefersToALaterOne()
    {
        var wrong = new List<string>();
        foreach (var (room, path, text) in Files())
        {
            var own = Array.IndexOf(s_rooms, room);
            foreach (Match match in Reference().Matches(text))
            {
                var other = Array.IndexOf(s_rooms, match.Groups[1].Value);
                if (other > own)
                {
                    wrong.Add($"{path}: {match.Value.Trim()}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void NoKindOfLayer_IsAskedForOutsideItsOwnFiles()
    {
        var wrong = new List<string>();
        foreach (var (_, path, text) in Files())
        {
            foreach (var kind in s_kinds.Where(kind => !Path.GetFileName(path).StartsWith(kind.Replace("ActivationLayer", "Activation", StringComparison.Ordinal), StringComparison.Ordinal)))
            {
                foreach (Match match in Regex.Matches(text, $@"(is (not )?|or |\(|OfType<|typeof\(|case |=> )(\({kind}Spec\)|{kind}Spec\b[ )>{{])|Kind (==|is) ""{kind}"""))
                {
                    wrong.Add($"{path}: {match.Value}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Room, string Path, string Text)> Files() =>
        from room in s_rooms
        from path in Directory.GetFiles(Path.Combine(s_generators, room), "*.cs", SearchOption.AllDirectories)
        select (room, Path.GetRelativePath(s_generators, path), File.ReadAllText(path));

    // A using directive, or a name written out from its room on.
    [GeneratedRegex(@"(?:using (?:static )?NetGen\.Generators\.|(?<![\w.])(?=(?:Machine|Model|Graph|Lowering|Differentiation|Optimization|Scheduling|Signal|Parsing|Emit|Diagnostics)\.[A-Z]))(\w+)[.;]")]
    private static partial Regex Reference();
}

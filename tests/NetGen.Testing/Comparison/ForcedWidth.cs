using System.Globalization;
using NetGen.Testing.Compiling;

namespace NetGen.Testing.Comparison;

/// <summary>
/// Makes emitted code take the path of one vector width, whatever the processor has, by changing its text: the checks of the processor become constants,
/// and the kernels of the other widths are cut out, which also saves most of the time to compile them.
/// </summary>
internal static class ForcedWidth
{
    private static readonly int[] s_widths = [512, 256, 128];

    /// <summary>The widest that this machine computes in hardware.</summary>
    public static int Widest => System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512 : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The run with all emitted files on the path of one width.</summary>
    /// <param name="run">A run of the generator.</param>
    /// <param name="bits">512, 256 or 128.</param>
    public static GeneratorRun Apply(GeneratorRun run, int bits) => run.Edit((_, text) => Apply(text, bits));

    private static string Apply(string text, int bits)
    {
        // Calls, as a constant expression would leave code that the compiler warns of as unreachable.
        foreach (var width in new[] { 512, 256 })
        {
            text = text.Replace(Invariant($"Vector{width}.IsHardwareAccelerated"), $"bool.Parse(\"{bits >= width}\")", StringComparison.Ordinal);
        }

        foreach (var width in s_widths)
        {
            if (width != bits)
            {
                text = Cut(text, "    ", "file", Invariant($"Kernels{width}")).Replace(Invariant($"Kernels{width}."), Invariant($"Kernels{bits}."), StringComparison.Ordinal);
                text = Cut(text, "        ", "private", Invariant($"Sample{width}")).Replace(Invariant($"Sample{width}."), Invariant($"Sample{bits}."), StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string Cut(string text, string indentation, string access, string name)
    {
        var start = text.IndexOf($"{indentation}{access} static class {name}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var close = $"\n{indentation}}}\n";
        var end = text.IndexOf(close, start, StringComparison.Ordinal) + close.Length;

        // With the documentation above it, which nothing would follow.
        var documentation = text.LastIndexOf($"{indentation}/// <summary>", start, StringComparison.Ordinal);
        return text.Remove(documentation, end - documentation);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

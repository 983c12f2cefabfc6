using System.Globalization;
using NetGen.Testing.Compiling;

namespace NetGen.Testing.Comparison;

/// <summary>
/// Makes emitted code take the path of one vector width, whatever the processor has, by changing its text: the checks of the processor become constants, and
/// products name the width.
/// </summary>
internal static class ForcedWidth
{
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

        return text.Replace("Width.Widest", Invariant($"Width.Bits{bits}"), StringComparison.Ordinal);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

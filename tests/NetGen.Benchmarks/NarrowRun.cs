using System.Diagnostics;

namespace NetGen.Benchmarks;

/// <summary>
/// Runs this program once more with AVX-512 left unused. Each part of it has a switch of its own, which is read when it is loaded; ONNX Runtime has none.
/// </summary>
internal static class NarrowRun
{
    private static readonly (string Name, string Value)[] s_switches =
    [
        ("DOTNET_EnableAVX512", "0"),
        ("ATEN_CPU_CAPABILITY", "avx2"),
        ("ONEDNN_MAX_CPU_ISA", "AVX2"),
        ("MKL_ENABLE_INSTRUCTIONS", "AVX2"),
    ];

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static int Start(string[] arguments)
    {
        var start = SelfStart.Of([.. arguments.Where(static argument => argument != "--avx2")]);
        foreach (var (name, value) in s_switches)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

using System.Diagnostics;
using NetGen.Testing.Compiling;

namespace NetGen.Testing.Comparison;

/// <summary>
/// Runs a test of this program once more in a process that leaves wide vectors unused: emitted code and the library then take the same narrower path, as they do on
/// a machine without those vectors.
/// </summary>
internal static class NarrowProcess
{
    /// <summary>The widths that this machine has below its widest.</summary>
    public static IEnumerable<int> Widths => ((int[])[256, 128]).Where(static bits => bits < ForcedWidth.Widest);

    /// <summary>Runs a test that takes the widest vectors it finds, and writes how many bits they have.</summary>
    /// <param name="bits">One of <see cref="Widths"/>.</param>
    /// <param name="test">The method with its class and namespace.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="CheckFailedException">It failed, or was not found.</exception>
    public static string Run(int bits, string test)
    {
        var executable = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is not known, so it cannot be started again.");
        var assembly = System.Reflection.Assembly.GetEntryAssembly()!.Location;
        string[] arguments = ["-method", test, "-showLiveOutput", "-noLogo", "-noColor", "-noAutoReporters"];
        var start = new ProcessStartInfo(executable, Path.GetFileNameWithoutExtension(executable) == "dotnet" ? [assembly, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[bits == 256 ? "DOTNET_EnableAVX512" : "DOTNET_EnableAVX2"] = "0";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Contains("Total: 1,", StringComparison.Ordinal) && output.Contains($"{bits} bits", StringComparison.Ordinal)
            ? output
            : throw new CheckFailedException($"In {bits} bits {test} ends with the code {process.ExitCode}:\n{output}{error.Result}");
    }
}

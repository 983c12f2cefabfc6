using System.Runtime.InteropServices;

namespace NetGen.Package.Tests;

/// <summary>What Native AOT links with on Linux, beside the SDK.</summary>
internal static class NativeToolchain
{
    /// <summary>What is missing, or <see langword="null"/> where nothing is.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "Linux on x64 for the toolchain that this test knows"
        : !OnPath("clang") && !OnPath("gcc") ? "clang or gcc"
        : !File.Exists("/usr/include/zlib.h") ? "zlib's headers (zlib1g-dev)"
        : null;

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

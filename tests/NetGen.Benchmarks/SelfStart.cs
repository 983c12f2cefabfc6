using System.Diagnostics;

namespace NetGen.Benchmarks;

/// <summary>How this program starts itself: by its own executable, or by dotnet where that was used.</summary>
internal static class SelfStart
{
    /// <summary>With these arguments.</summary>
    public static ProcessStartInfo Of(params IReadOnlyList<string> arguments)
    {
        var executable = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is not known, so it cannot be started again.");
        var throughHost = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        return new ProcessStartInfo(executable, throughHost ? [Path.Combine(AppContext.BaseDirectory, "NetGen.Benchmarks.dll"), .. arguments] : arguments);
    }
}

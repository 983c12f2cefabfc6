using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Benchmarks.Measuring;

/// <summary>What was measured on, as far as it decides the numbers.</summary>
/// <param name="Processor">Its name, as it gives it itself.</param>
/// <param name="Cores">Logical processors this process may use.</param>
/// <param name="HasAvx512">Whether the processor has AVX-512, whether or not this run may use it.</param>
/// <param name="VectorBits">The widest vector this run computes with.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="System">The operating system.</param>
/// <param name="Date">The day of the run, UTC.</param>
/// <param name="Revision">The commit that was measured, as the compiler noted it; null where it noted none.</param>
internal sealed record Machine(string Processor, int Cores, bool HasAvx512, int VectorBits, string Runtime, string System, string Date, string? Revision = null)
{
    private const int RevisionLength = 8;
    private const string ProcessorInformation = "/proc/cpuinfo";

    /// <summary>Which section of the results a run on this machine fills.</summary>
    public string Key => VectorBits == 512 ? "avx512" : HasAvx512 ? "avx2-on-avx512" : "avx2";

    /// <summary>The section's heading.</summary>
    public string Title => Key switch
    {
        "avx512" => "AVX-512",
        "avx2" => "AVX2 only",
        _ => "AVX2 forms on an AVX-512 machine",
    };

    /// <summary>This one.</summary>
    public static Machine Current()
    {
        var information = File.Exists(ProcessorInformation) ? File.ReadAllLines(ProcessorInformation) : [];
        var name = Field(information, "model name") ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var family = Field(information, "cpu family");
        var model = Field(information, "model");
        var flags = Field(information, "flags")?.Split(' ');
        return new Machine(
            family is null ? name : $"{name} (family {family}, model {model})",
            Environment.ProcessorCount,
            flags?.Contains("avx512f") ?? Avx512F.IsSupported,
            Peak.Bits,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            RevisionOfBuild());
    }

    /// <summary>The day of the run and, where it is known, the commit.</summary>
    public string When => Revision is null ? Date : $"{Date}, revision {Revision}";

    // The SDK writes version+commit.
    private static string? RevisionOfBuild()
    {
        var version = typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+');
        return version is [_, { Length: >= RevisionLength } commit] ? commit[..RevisionLength] : null;
    }

    private static string? Field(string[] lines, string name) =>
        lines.FirstOrDefault(line => line.Split(':')[0].Trim() == name)?.Split(':', 2)[1].Trim();
}

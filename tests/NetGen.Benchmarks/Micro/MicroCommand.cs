using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace NetGen.Benchmarks.Micro;

/// <summary>BenchmarkDotNet over the small parts.</summary>
internal static class MicroCommand
{
    /// <summary>Runs what the arguments select; without any, everything.</summary>
    public static int Run(string[] arguments)
    {
        // In this process: BenchmarkDotNet would build a project of its own for each class otherwise, which costs minutes and measures the same code.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(arguments.Length > 0 ? arguments : ["--filter", "*"], config);
        return 0;
    }
}

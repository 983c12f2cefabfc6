using TorchSharp;

namespace NetGen.Benchmarks.Peers;

/// <summary>Whether libtorch loads here, and as what.</summary>
internal static class TorchLibrary
{
    private static readonly Lazy<(string? Version, string? Problem)> s_state = new(Load);

    /// <summary>Why it does not load; null where it does.</summary>
    public static string? Problem => s_state.Value.Problem;

    /// <summary>Its version and how it was told to compute.</summary>
    public static string Description => s_state.Value.Version ?? PeerProblem.Column(Problem!);

    // The native library is loaded by the first call, whose exceptions are of many kinds: all of them mean that there is no peer.
    private static (string? Version, string? Problem) Load()
    {
        try
        {
            torch.set_num_threads(1);
            using var tensor = torch.zeros(1);
            var limit = Environment.GetEnvironmentVariable("ATEN_CPU_CAPABILITY");
            return ($"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)} on libtorch {torch.__version__}, one thread{(limit is null ? "" : $", told to use {limit}")}", null);
        }
        catch (Exception exception)
        {
            return (null, PeerProblem.Reason(exception));
        }
    }
}

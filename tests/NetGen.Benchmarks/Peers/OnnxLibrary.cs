using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Peers;

/// <summary>Whether ONNX Runtime loads here, and as what.</summary>
internal static class OnnxLibrary
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
            return ($"ONNX Runtime {OrtEnv.Instance().GetVersionString()}, one thread", null);
        }
        catch (Exception exception)
        {
            return (null, PeerProblem.Reason(exception));
        }
    }
}

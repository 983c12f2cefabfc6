namespace NetGen.Benchmarks.Work;

/// <summary>The same number from both sides, as a check that they did the same work.</summary>
/// <param name="What">What was compared.</param>
/// <param name="First">The loss before any step, where losses were compared.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Peer">The peer's.</param>
/// <param name="Difference">How far apart, relative.</param>
internal sealed record Agreement(string What, double? First, double Ours, double Peer, double Difference)
{
    /// <summary>How far apart the sides may be: single precision, whose sums are taken in another order.</summary>
    public const double Tolerance = 1e-3;

    /// <summary>Whether they agree.</summary>
    public bool Holds => Difference <= Tolerance;
}

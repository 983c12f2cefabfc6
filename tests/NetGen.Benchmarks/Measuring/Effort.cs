namespace NetGen.Benchmarks.Measuring;

/// <summary>How long is measured.</summary>
/// <param name="MinimumRounds">Rounds every work gets, however long they take.</param>
/// <param name="MaximumRounds">Rounds no work gets more of.</param>
/// <param name="Budget">After this time no further round begins once there are enough.</param>
/// <param name="RoundSeconds">The shortest round: steps are repeated until one takes as long.</param>
/// <param name="WarmUp">For how long each side runs at least before anything is measured.</param>
internal sealed record Effort(int MinimumRounds, int MaximumRounds, TimeSpan Budget, double RoundSeconds, TimeSpan WarmUp)
{
    /// <summary>What is written to the results.</summary>
    public static Effort Full { get; } = new(30, 300, TimeSpan.FromSeconds(4), 2e-3, TimeSpan.FromSeconds(0.6));

    /// <summary>For checking in passing.</summary>
    public static Effort Quick { get; } = new(5, 30, TimeSpan.FromSeconds(0.15), 1e-3, TimeSpan.FromSeconds(0.2));
}

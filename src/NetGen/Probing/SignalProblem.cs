namespace NetGen;

/// <summary>Where a network's signal goes wrong first, on its way forward or else backward.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Description">What is wrong with it, with the number measured.</param>
public sealed record SignalProblem(string Layer, string Description)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Layer}: {Description}";
}

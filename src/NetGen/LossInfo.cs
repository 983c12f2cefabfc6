namespace NetGen;

/// <summary>What a network is trained on.</summary>
/// <param name="Name">The loss's name.</param>
/// <param name="Task">What the outputs mean.</param>
public sealed record LossInfo(string Name, NetworkTask Task);

namespace NetGen.Benchmarks.Peers;

/// <summary>An optimizer on both sides of a comparison, with PyTorch's defaults but for the learning rate.</summary>
/// <param name="IsAdam">Adam, or else plain stochastic gradient descent.</param>
/// <param name="LearningRate">The learning rate.</param>
internal sealed record PeerOptimizer(bool IsAdam, float LearningRate)
{
    /// <summary>Ours.</summary>
    public Optimizer Create() => IsAdam ? new Adam(LearningRate) : new Sgd(LearningRate);

    /// <summary>The same with another learning rate.</summary>
    public PeerOptimizer At(float learningRate) => this with { LearningRate = learningRate };
}

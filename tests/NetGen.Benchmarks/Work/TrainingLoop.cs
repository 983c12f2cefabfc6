namespace NetGen.Benchmarks.Work;

/// <summary>
/// Steps of training of one network. Written out for each, as a user would: called through the interface that all networks have, the smallest would be
/// measured by the call more than by the step.
/// </summary>
/// <returns>The loss before the last step.</returns>
internal delegate float TrainingLoop<TNetwork, TTarget>(
    TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer, int count);

namespace NetGen.Tests.Stateful;

/// <summary>A block with parameters and state.</summary>
[NetworkBlock, LayerNormalization, Dense(8, Activation.Tanh), BatchNormalization]
internal sealed class NormalizedBlock;

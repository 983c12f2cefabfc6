namespace NetGen.Benchmarks.Networks;

/// <summary>Normalization, ReLU, dense, and what the block received added.</summary>
[NetworkBlock]
[BeginResidual]
[LayerNormalization]
[Activation(Activation.Relu)]
[Dense(256)]
[EndResidual]
internal sealed class PreActivationBlock;

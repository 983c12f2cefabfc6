namespace NetGen.Benchmarks.Networks;

/// <summary>A rectified linear layer with batch normalization and dropout.</summary>
[NetworkBlock]
[Dense(300, Activation.Relu)]
[BatchNormalization]
[Dropout(0.2)]
internal sealed class NormalizedLayer;

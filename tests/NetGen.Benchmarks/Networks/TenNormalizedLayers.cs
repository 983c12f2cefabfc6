namespace NetGen.Benchmarks.Networks;

/// <summary>W9 with batch normalization and dropout after each layer.</summary>
[NeuralNetwork]
[Input(784, Mean = 0, StandardDeviation = 1)]
[Block<NormalizedLayer>(Times = 10)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TenNormalizedLayers;

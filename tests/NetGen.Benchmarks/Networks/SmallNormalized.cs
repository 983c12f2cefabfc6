namespace NetGen.Benchmarks.Networks;

/// <summary>16-32-32-4, with layer normalization and dropout.</summary>
[NeuralNetwork]
[Input(16, Mean = 0, StandardDeviation = 1)]
[Dense(32, Activation.Relu)]
[LayerNormalization]
[Dropout(0.1)]
[Dense(32, Activation.Relu)]
[LayerNormalization]
[Dropout(0.1)]
[Dense(4)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class SmallNormalized;

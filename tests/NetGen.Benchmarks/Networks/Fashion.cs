namespace NetGen.Benchmarks.Networks;

/// <summary>W6: 784-128-10, rectified linear, for images of clothes.</summary>
[NeuralNetwork]
[Input(784, Mean = 0, StandardDeviation = 1)]
[Dense(128, Activation.Relu)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class Fashion;

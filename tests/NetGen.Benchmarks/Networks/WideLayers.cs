namespace NetGen.Benchmarks.Networks;

/// <summary>W5: 784-512-128-10, rectified linear.</summary>
[NeuralNetwork]
[Input(784, Mean = 0, StandardDeviation = 1)]
[Dense(512, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class WideLayers;

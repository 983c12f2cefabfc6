namespace NetGen.Benchmarks.Networks;

/// <summary>W9: 784-[300 x 10]-10, rectified linear.</summary>
[NeuralNetwork]
[Input(784, Mean = 0, StandardDeviation = 1)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(300, Activation.Relu)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TenLayers;

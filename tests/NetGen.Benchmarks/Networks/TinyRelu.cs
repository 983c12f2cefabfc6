namespace NetGen.Benchmarks.Networks;

/// <summary>4-16-16-3, rectified linear.</summary>
[NeuralNetwork]
[Input(4, Mean = 0, StandardDeviation = 1)]
[Dense(16, Activation.Relu)]
[Dense(16, Activation.Relu)]
[Dense(3)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TinyRelu;

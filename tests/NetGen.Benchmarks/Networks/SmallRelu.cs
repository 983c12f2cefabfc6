namespace NetGen.Benchmarks.Networks;

/// <summary>64-64-32-10, rectified linear.</summary>
[NeuralNetwork]
[Input(64, Mean = 0, StandardDeviation = 1)]
[Dense(64, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class SmallRelu;

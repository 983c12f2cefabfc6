namespace NetGen.Benchmarks.Networks;

/// <summary>64-100-50-10, rectified linear: the network of samples/Digits.</summary>
[NeuralNetwork]
[Input(64, Min = 0, Max = 16, Scale = 1f / 16)]
[Dense(100, Activation.Relu)]
[Dense(50, Activation.Relu)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class DigitNet;

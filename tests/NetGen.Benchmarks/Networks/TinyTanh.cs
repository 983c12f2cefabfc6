namespace NetGen.Benchmarks.Networks;

/// <summary>2-8-8-2, hyperbolic tangent.</summary>
[NeuralNetwork]
[Input(2, Mean = 0, StandardDeviation = 1)]
[Dense(8, Activation.Tanh)]
[Dense(8, Activation.Tanh)]
[Dense(2)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TinyTanh;

namespace NetGen.Tests.Probing;

/// <summary>Units whose mean is zero, which tests drive apart.</summary>
[NeuralNetwork]
[Input(4)]
[Dense(64, Activation.Tanh)]
[Dense(3)]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class TanhNet;

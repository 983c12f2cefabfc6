namespace NetGen.Tests.Probing;

/// <summary>Three layers of which tests break one.</summary>
[NeuralNetwork]
[Input(4)]
[Dense(8, Activation.Relu)]
[Dense(8, Activation.Sigmoid)]
[Dense(3)]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class DeadNet;

namespace NetGen.Tests.Emitted;

/// <summary>Small enough that a lane is a sample.</summary>
[NeuralNetwork, Input(4), Dense(16, Activation.Tanh), Dense(3), Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TinyClassifier;

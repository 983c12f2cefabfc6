namespace NetGen.Tests.Training.Threads;

/// <summary>Without a kink, at which a rounding would decide whether a sample counts for a unit: two ways to add stay as close as they began.</summary>
[NeuralNetwork, Input(70), Dense(65, Activation.Gelu), Dense(33, Activation.Tanh), Dense(5), Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class SmoothClassifier;

namespace NetGen.Tests.Emitted;

/// <summary>Wide enough for register tiles, its input rescaled.</summary>
[NeuralNetwork, Input(70, Scale = 0.5), Dense(65, Activation.Gelu), Dense(33, Activation.Relu), Dense(5), Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TiledClassifier;

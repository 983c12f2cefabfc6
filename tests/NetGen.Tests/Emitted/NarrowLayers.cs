namespace NetGen.Tests.Emitted;

/// <summary>Layers that fill three lanes of a vector.</summary>
[NeuralNetwork, Input(2), Dense(3, Activation.Tanh), Dense(3, Activation.Tanh), Dense(3), Loss(Loss.MeanSquaredError)]
internal sealed partial class NarrowLayers;

namespace NetGen.Tests.Stateful;

/// <summary>Random layers without state.</summary>
[NeuralNetwork, Input(5), Dense(7, Activation.Tanh), Dropout(0.3), GaussianNoise(0.1), Dense(2), Loss(Loss.MeanSquaredError)]
internal sealed partial class NoisyRegression;

namespace NetGen.Benchmarks.Networks;

/// <summary>W1: 4-32-16-4, hyperbolic tangent; learns the exponential of a 2 x 2 matrix.</summary>
[NeuralNetwork]
[Input(4, Mean = 0, StandardDeviation = 1)]
[Dense(32, Activation.Tanh)]
[Dense(16, Activation.Tanh)]
[Dense(4)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MatrixExponential;

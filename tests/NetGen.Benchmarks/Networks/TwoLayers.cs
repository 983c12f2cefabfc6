namespace NetGen.Benchmarks.Networks;

/// <summary>W3 without its dropout: 24-8-2, hyperbolic tangent, no bias in the last layer.</summary>
[NeuralNetwork]
[Input(24, Mean = 0, StandardDeviation = 1)]
[Dense(8, Activation.Tanh)]
[Dense(2, UseBias = false)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class TwoLayers;

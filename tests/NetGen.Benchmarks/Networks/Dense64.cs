namespace NetGen.Benchmarks.Networks;

/// <summary>W4: one dense layer, 64 x 64.</summary>
[NeuralNetwork]
[Input(64, Mean = 0, StandardDeviation = 1)]
[Dense(64)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Dense64;

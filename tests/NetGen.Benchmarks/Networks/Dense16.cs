namespace NetGen.Benchmarks.Networks;

/// <summary>W4: one dense layer, 16 x 16.</summary>
[NeuralNetwork]
[Input(16, Mean = 0, StandardDeviation = 1)]
[Dense(16)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Dense16;

namespace NetGen.Benchmarks.Networks;

/// <summary>W4: one dense layer, 4 x 4.</summary>
[NeuralNetwork]
[Input(4, Mean = 0, StandardDeviation = 1)]
[Dense(4)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Dense4;

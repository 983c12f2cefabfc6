namespace NetGen.Benchmarks.Networks;

/// <summary>W7: 4-32-16-4, rectified linear, trained on one sample at a time.</summary>
[NeuralNetwork]
[Input(4, Mean = 0, StandardDeviation = 1)]
[Dense(32, Activation.Relu)]
[Dense(16, Activation.Relu)]
[Dense(4)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OneSample;

using NetGen;

/// <summary>An image of 8 rows and 8 columns, flattened, through SELU units, which keep mean 0 and variance 1 by themselves, with the dropout that does so too.</summary>
[NeuralNetwork]
[Input(8, 8, Min = 0, Max = 16, Scale = 1f / 4, Shift = -1.2)]
[Flatten]
[Dense(64, Activation.Selu)]
[AlphaDropout(0.05)]
[Dense(64, Activation.Selu)]
[AlphaDropout(0.05)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class SelfNormalizingNet;

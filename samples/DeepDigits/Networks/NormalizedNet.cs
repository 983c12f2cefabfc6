using NetGen;

/// <summary>Batch normalization, and noise on the inputs against overfitting; a projection where the width changes.</summary>
[NeuralNetwork]
[Input(64, Min = 0, Max = 16, Scale = 1f / 16)]
[GaussianNoise(0.1)]
[Dense(64, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[BeginResidual]
[Dense(32, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Dense(32)]
[EndResidual(Projection = true)]
[RmsNormalization]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class NormalizedNet;

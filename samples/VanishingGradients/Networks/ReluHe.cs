using NetGen;

/// <summary>Rectified linear units with He's weights.</summary>
[NeuralNetwork]
[Input(64, Mean = 4.884, StandardDeviation = 6.017, Scale = 1f / 16)]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden1")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden2")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden3")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden4")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden5")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden6")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden7")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden8")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden9")]
[Dense(100, Activation.Relu, Initializer = Initializer.HeNormal, Name = "Hidden10")]
[Dense(10, Name = "Logits")]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class ReluHe;

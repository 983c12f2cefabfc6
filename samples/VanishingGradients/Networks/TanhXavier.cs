using NetGen;

/// <summary>Hyperbolic tangents with Xavier's weights, which were made for them.</summary>
[NeuralNetwork]
[Input(64, Mean = 4.884, StandardDeviation = 6.017, Scale = 1f / 16)]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden1")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden2")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden3")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden4")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden5")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden6")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden7")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden8")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden9")]
[Dense(100, Activation.Tanh, Initializer = Initializer.GlorotNormal, Name = "Hidden10")]
[Dense(10, Name = "Logits")]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class TanhXavier;

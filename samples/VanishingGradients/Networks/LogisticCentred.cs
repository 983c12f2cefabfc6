using NetGen;

/// <summary>Logistic units once more, with weights four times Xavier's and biases that subtract the 1/2 at which the units before them rest.</summary>
[NeuralNetwork]
[Input(64, Mean = 4.884, StandardDeviation = 6.017, Scale = 1f / 16)]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.GlorotNormal, Gain = Gain.TheanoSigmoid, Name = "Hidden1")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden2")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden3")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden4")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden5")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden6")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden7")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden8")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden9")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic, Name = "Hidden10")]
[Dense(10, Name = "Logits")]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class LogisticCentred;

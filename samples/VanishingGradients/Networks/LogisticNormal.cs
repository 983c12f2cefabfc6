using NetGen;

// Without this line the build says: Hidden10 (and 9 more layers declared alike): Normal(1), fan-in 100: std(h) = 6.6, 58% of its logistic units start saturated at
// initialization, and the first layer's gradient is 0.04 times the last one's. Use CentredLogistic after logistic units: under 1% saturated, gradient ratio 0.3.
#pragma warning disable NETGEN101 // saturated units are what this network is here to show.

/// <summary>Logistic units with weights from N(0, 1), as was popular until about 2010: most units start saturated.</summary>
[NeuralNetwork]
[Input(64, Mean = 4.884, StandardDeviation = 6.017, Scale = 1f / 16)]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden1")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden2")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden3")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden4")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden5")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden6")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden7")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden8")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden9")]
[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1, Name = "Hidden10")]
[Dense(10, Name = "Logits")]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class LogisticNormal;

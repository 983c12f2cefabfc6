namespace NetGen.Benchmarks.Networks;

/// <summary>784-300-100-10, rectified linear, without biases: what is subnormal going in stays so in every layer.</summary>
[NeuralNetwork]
[Input(784)]
[Dense(300, Activation.Relu, UseBias = false)]
[Dense(100, Activation.Relu, UseBias = false)]
[Dense(10, UseBias = false)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class WithoutBias;

using NetGen;

/// <summary>Two inputs, four hidden units, one logit: the smallest network that can tell whether exactly one of two inputs is on.</summary>
[NeuralNetwork]
[Input(2, Min = 0, Max = 1)]
[Dense(4, Activation.Tanh)]
[Dense(1)]
[Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class XorNet;

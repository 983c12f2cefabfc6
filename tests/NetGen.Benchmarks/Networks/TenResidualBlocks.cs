namespace NetGen.Benchmarks.Networks;

/// <summary>Ten pre-activation blocks of 256 units.</summary>
[NeuralNetwork]
[Input(256, Mean = 0, StandardDeviation = 1)]
[Block<PreActivationBlock>(Times = 10)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class TenResidualBlocks;

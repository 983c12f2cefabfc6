namespace NetGen.Tests.Stateful;

/// <summary>Running statistics, a random layer and a repeated block.</summary>
[NeuralNetwork, Input(6)]
[Dense(8), BatchNormalization(Momentum = 0.5), Activation(Activation.Relu), Dropout(0.5)]
[Block<NormalizedBlock>(Times = 2, Name = "Body")]
[Dense(3), Loss(Loss.SoftmaxCrossEntropy)]
internal sealed partial class StatefulClassifier;

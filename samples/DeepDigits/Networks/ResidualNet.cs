using NetGen;

/// <summary>Twenty pre-activation blocks: declared once, repeated.</summary>
[NeuralNetwork]
[Input(64, Min = 0, Max = 16, Scale = 1f / 16)]
[Dense(48)]
[Block<PreActivation>(Times = 20)]
[LayerNormalization]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class ResidualNet;

using NetGen;

/// <summary>
/// Which of ten digits an 8 x 8 image shows. Pixels come as counts from 0 to 16; the network divides them by 16 itself, so that whoever calls it need not know.
/// </summary>
[NeuralNetwork]
[Input(64, Min = 0, Max = 16, Scale = 1f / 16)]
[Dense(100, Activation.Relu)]
[Dense(50, Activation.Relu, Initializer = Initializer.HeUniform)]
[Dense(10)]
[Loss(Loss.SoftmaxCrossEntropy)]
public sealed partial class DigitNet;

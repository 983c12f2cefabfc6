#pragma warning disable NETGEN101 // saturated units are there to be measured.

namespace NetGen.Tests.Probing;

/// <summary>Every kind of activation that the probe tells apart, an input that is rescaled, a layer without weights and one without biases.</summary>
[NeuralNetwork]
[Input(5, Mean = 2, StandardDeviation = 2, Scale = 0.5, Shift = -1)]
[Dense(40, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 3)]
[Dense(30, Activation.Relu, UseBias = false)]
[Dense(20, Initializer = Initializer.GlorotNormal)]
[Activation(Activation.Tanh)]
[Dense<Cubed>(6)]
[Dense(4, Activation.Softmax)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class ProbedNet
{
    /// <summary>phi(z) = z^3, flat at no end.</summary>
    public readonly struct Cubed : IActivation
    {
        /// <inheritdoc/>
        public static float Apply(float z) => z * z * z;

        /// <inheritdoc/>
        public static float Derivative(float z) => 3 * z * z;
    }
}

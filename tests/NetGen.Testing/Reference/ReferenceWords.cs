using NetGen.Generators.Model;

namespace NetGen.Testing.Reference;

/// <summary>What the reference's files call activations and losses.</summary>
internal static class ReferenceWords
{
    /// <summary>An activation by its name there.</summary>
    public static ActivationSpec Activation(string name) => name switch
    {
        "logistic" => new(ActivationKind.Sigmoid),
        "leaky_relu_0.01" => new(ActivationKind.LeakyRelu, 0.01),
        "elu" => new(ActivationKind.Elu, 1),
        _ => new(Enum.Parse<ActivationKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true)),
    };

    /// <summary>A loss by its name there.</summary>
    public static LossSpec Loss(string name) => name switch
    {
        "softmax_cross_entropy" => new(LossKind.SoftmaxCrossEntropy),
        "binary_cross_entropy_with_logits" => new(LossKind.BinaryCrossEntropy),
        "mean_squared_error" => new(LossKind.MeanSquaredError),
        "mean_absolute_error" => new(LossKind.MeanAbsoluteError),
        "huber_1" => new(LossKind.Huber, 1),
        _ => throw new NotSupportedException($"The reference has the loss '{name}', which has no counterpart here."),
    };
}

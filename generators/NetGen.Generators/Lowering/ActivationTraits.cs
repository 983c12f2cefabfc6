using NetGen.Generators.Model;

namespace NetGen.Generators.Lowering;

/// <summary>What the steps of a network need to know of an activation.</summary>
internal static class ActivationTraits
{
    /// <summary>Whether phi' is computed from z; for the others a = phi(z) is enough, and z need not be kept.</summary>
    public static bool DerivativeNeedsPreActivation(ActivationSpec activation) => activation.Kind switch
    {
        ActivationKind.Identity or ActivationKind.Sigmoid or ActivationKind.Tanh or ActivationKind.Relu or ActivationKind.HardSigmoid
            or ActivationKind.Softmax => false,
        _ => true,
    };

    /// <summary>Whether each value is computed from one value alone.</summary>
    public static bool IsElementwise(ActivationSpec activation) => activation.Kind != ActivationKind.Softmax;
}

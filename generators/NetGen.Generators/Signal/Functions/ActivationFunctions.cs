using NetGen.Generators.Model;
using NetGen.Generators.Signal.Formulas;

namespace NetGen.Generators.Signal.Functions;

/// <summary>From a declared activation to its function.</summary>
internal static class ActivationFunctions
{
    /// <summary>phi(z) = z.</summary>
    public static ActivationFunction Identity { get; } = new BuiltInActivation(ActivationKind.Identity, 0);

    /// <summary>
    /// The function, or null where the declaration does not say what it computes: softmax, which mixes its layer's values, and types of the user's own
    /// without a formula or with one that cannot be read.
    /// </summary>
    public static ActivationFunction? Find(ActivationSpec activation) => activation.Kind switch
    {
        ActivationKind.Softmax => null,
        ActivationKind.Custom => activation.Formula.Length == 0 ? null : FormulaParser.Parse(activation.Formula).Function,
        _ => new BuiltInActivation(activation.Kind, activation.Alpha),
    };

    /// <summary>Both functions as one; identity adds nothing.</summary>
    public static ActivationFunction Compose(ActivationFunction inner, ActivationFunction outer) =>
        ReferenceEquals(inner, Identity) ? outer : ReferenceEquals(outer, Identity) ? inner : new ComposedActivation(inner, outer);
}

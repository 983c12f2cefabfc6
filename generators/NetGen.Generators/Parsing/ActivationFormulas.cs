using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>Reads <c>[ActivationFormula]</c> off activations of the user's own.</summary>
internal static class ActivationFormulas
{
    /// <summary>The constructor's parameter that holds the formula.</summary>
    public const string Parameter = "formula";

    /// <summary>The declared formula, empty where there is none.</summary>
    public static string Of(ITypeSymbol type) => Find(type) is { ConstructorArguments: [{ Kind: TypedConstantKind.Primitive, Value: string formula }] } ? formula : "";

    /// <summary>The attribute, null where there is none.</summary>
    public static AttributeData? Find(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is
                {
                    Name: "ActivationFormulaAttribute",
                    Arity: 0,
                    ContainingType: null,
                    ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true },
                })
            {
                return attribute;
            }
        }

        return null;
    }
}

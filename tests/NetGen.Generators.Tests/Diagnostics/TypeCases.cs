using NetGen.Generators.Signal.Formulas;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN027, NETGEN028 and NETGEN032: types of the user's own.</summary>
internal static class TypeCases
{
    private const string Functions = "; write phi in terms of z with + - * / ^, parentheses, numbers, pi, and the functions abs, erf, exp, log, max, min, sigmoid, softplus, sqrt and tanh";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["ActivationLacksInterface"] = new("NETGEN027", Layer("Dense<[|int|]>(3)"), Lacking("int", "layer 'Dense1'", "IActivation")),
        ["ActivationLayerLacksInterface"] = new("NETGEN027", Layer("Activation<[|int[]|]>"), Lacking("int[]", "layer 'Activation1'", "IActivation")),
        ["QualifiedLacksInterface"] = new("NETGEN027", Layer("NetGen.Dense<[|string|]>(3)"), Lacking("string", "layer 'Dense1'", "IActivation")),
        ["LossInsteadOfActivation"] = new("NETGEN027", Layer("Dense<[|Own|]>(3)", $"struct Own : ILoss {OwnTypes.LossBody}"), Lacking("Own", "layer 'Dense1'", "IActivation")),
        ["LossLacksInterface"] = new("NETGEN027", Layer("Dense(3), Loss<[|object|]>"), Lacking("object", "the loss", "ILoss")),
        ["InitializerLacksInterface"] = new(
            "NETGEN027", Layer("Dense(3, [|InitializerType = typeof(object)|])"), Lacking("object", "layer 'Dense1'", "IInitializer")),
        ["BiasInitializerLacksInterface"] = new(
            "NETGEN027", Layer("Dense(3, [|BiasInitializerType = typeof(void)|])"), Lacking("void", "layer 'Dense1'", "IInitializer")),
        ["InterfaceOfAnotherNamespace"] = new(
            "NETGEN027",
            Layer("Dense<[|Own|]>(3)", "struct Own : Other.IActivation; namespace Other { interface IActivation; }"),
            Lacking("Own", "layer 'Dense1'", "IActivation")),
        ["OpenGeneric"] = new(
            "NETGEN028",
            Layer("Dense(3, [|InitializerType = typeof(System.Collections.Generic.List<>)|])"),
            Unusable("System.Collections.Generic.List<>", "it is an open generic type; name its type arguments")),
        ["FileLocal"] = new(
            "NETGEN028",
            Layer("Dense<[|Own|]>(3)", $"file struct Own : IActivation {OwnTypes.ActivationBody}"),
            Unusable("Own", "it is visible in its own file alone, and code is emitted into another; remove 'file'")),
        ["FileLocalArgument"] = new(
            "NETGEN028",
            Layer("Dense<[|Own<Tag>|]>(3)", $"struct Own<T> : IActivation {OwnTypes.ActivationBody} file struct Tag;"),
            Unusable("Own<Tag>", "it is visible in its own file alone, and code is emitted into another; remove 'file'")),
        ["PrivateBesideTheNetwork"] = new(
            "NETGEN028",
            $"using NetGen; partial class Outer {{ [NeuralNetwork, Input(4), Dense<[|Own|]>(3)] partial class Net; private struct Own : IActivation {OwnTypes.ActivationBody} }}",
            Unusable("Outer.Own", "'Own' is private, and emitted code stands outside of what it is visible in; make it internal or public")),
        ["InPrivateContainer"] = new(
            "NETGEN028",
            $"using NetGen; partial class Outer {{ [NeuralNetwork, Input(4), Dense<[|Inner.Own|]>(3)] partial class Net; protected static class Inner {{ public struct Own : IActivation {OwnTypes.ActivationBody} }} }}",
            Unusable("Outer.Inner.Own", "'Inner' is protected, and emitted code stands outside of what it is visible in; make it internal or public")),
        ["RefStruct"] = new(
            "NETGEN028",
            Layer("Dense(3, [|InitializerType = typeof(Own)|])", "ref struct Own : IInitializer { public static void Fill(System.Span<float> values, int fanIn, int fanOut, ref NetGen.Initialization.RandomStream random) { } }"),
            Unusable("Own", "it is a ref struct, which cannot be a type argument; make it a plain struct")),
        ["Interface"] = new(
            "NETGEN028",
            Layer("Dense(3, [|InitializerType = typeof(IOwn)|])", "interface IOwn : IInitializer;"),
            Unusable("IOwn", "it is no class or struct; implement the interface in one")),
        ["FormulaWithUnknownName"] = new(
            "NETGEN032",
            $"using NetGen; [ActivationFormula([|\"q * 2\"|])] public struct Own : IActivation {OwnTypes.ActivationBody}",
            "The formula of 'Own' cannot be read: " + Problem("q * 2") + Functions),
        ["EmptyFormula"] = new(
            "NETGEN032",
            $"using NetGen; [ActivationFormula([|formula: \"\"|])] public struct Own : IActivation {OwnTypes.ActivationBody}",
            "The formula of 'Own' cannot be read: " + Problem("") + Functions),

        ["EveryOwnType"] = new("", Layer("Dense<Own>(3), Dense<Sealed>(3), Activation<Own<int>>, Dense<Outer.Inner>(3, InitializerType = typeof(Eye)), Loss<Square>", $$"""
            struct Own : IActivation {{OwnTypes.ActivationBody}}
            sealed class Sealed : IActivation {{OwnTypes.ActivationBody}}
            struct Own<T> : IActivation {{OwnTypes.ActivationBody}}
            static class Outer { internal abstract class Inner : IActivation {{OwnTypes.ActivationBody}} }
            struct Square : ILoss {{OwnTypes.LossBody}}
            """ + OwnTypes.Initializer)),
        ["Inherited"] = new("", Layer("Dense<Derived>(3)", $"class Base : IActivation {OwnTypes.ActivationBody} class Derived : Base;")),
        ["ReadableFormula"] = new("", $"using NetGen; [ActivationFormula(\"z / (1 + exp(-z))\")] public struct Own : IActivation {OwnTypes.ActivationBody}"),
    };

    private static string Layer(string attributes, string types = "") => $"using NetGen; [NeuralNetwork, Input(4), {attributes}] partial class Net; {types}";

    private static string Lacking(string type, string subject, string contract) =>
        $"'{type}' of {subject} of 'Net' does not implement {contract}: add ': {contract}' to its declaration and the interface's static members to its body";

    private static string Unusable(string type, string reason) => $"'{type}' cannot be used by layer 'Dense1' of 'Net': {reason}";

    private static string Problem(string formula) => FormulaParser.Parse(formula).Error;
}

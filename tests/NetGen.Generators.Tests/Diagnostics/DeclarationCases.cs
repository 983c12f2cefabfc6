using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN001 to NETGEN009.</summary>
internal static class DeclarationCases
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["NotPartial"] = new(
            "NETGEN001",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public class [|Net|];",
            "The class 'Net' is not partial, so that no network can be emitted into it: add 'partial' before its keyword 'class'"),
        ["OnePartNotPartial"] = new(
            "NETGEN001",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net; class [|Net|];",
            "The class 'Net' is not partial, so that no network can be emitted into it: add 'partial' before its keyword 'class'"),
        ["ContainersNotPartial"] = new(
            "NETGEN002",
            "using NetGen; class [|A|] { partial struct B { interface [|C|] { [NeuralNetwork, Input(4), Dense(3)] partial class Net; } } }",
            "'A', which contains the network 'Net', is not partial, so that the network cannot be emitted: add 'partial' to the declaration of 'A'",
            "'C', which contains the network 'Net', is not partial, so that the network cannot be emitted: add 'partial' to the declaration of 'C'"),
        ["Generic"] = new(
            "NETGEN003",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|]<TKey, TValue>;",
            "The class 'Net<TKey, TValue>' is generic, but a network's sizes are constants of one class: remove the type parameters, or move the network out of the generic type"),
        ["GenericContainer"] = new(
            "NETGEN003",
            "using NetGen; partial class Outer<T> { [NeuralNetwork, Input(4), Dense(3)] partial class [|Net|]; }",
            "'Net' stands in 'Outer<T>', which is generic, but a network's sizes are constants of one class: remove the type parameters, or move the network out of the generic type"),
        ["Static"] = new(
            "NETGEN004",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public static partial class [|Net|];",
            "The class 'Net' is static, but a network is an object that holds its parameters: remove 'static'"),
        ["Abstract"] = new(
            "NETGEN004",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public abstract partial class [|Net|];",
            "The class 'Net' is abstract, but a network is an object that holds its parameters: remove 'abstract'"),
        ["Record"] = new(
            "NETGEN005",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial record [|Net|];",
            "'Net' is a record, but a network holds its parameters by reference and is emitted into a plain class: declare it as 'partial class Net'"),
        ["Struct"] = new(
            "NETGEN005",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial struct [|Net|];",
            "'Net' is a struct, but a network holds its parameters by reference and is emitted into a plain class: declare it as 'partial class Net'"),
        ["RecordStruct"] = new(
            "NETGEN005",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial record struct [|Net|];",
            "'Net' is a record struct, but a network holds its parameters by reference and is emitted into a plain class: declare it as 'partial class Net'"),
        ["Interface"] = new(
            "NETGEN005",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial interface [|Net|];",
            "'Net' is an interface, but a network holds its parameters by reference and is emitted into a plain class: declare it as 'partial class Net'"),
        ["Enumeration"] = new(
            "NETGEN005",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public enum [|Net|];",
            "'Net' is an enumeration, but a network holds its parameters by reference and is emitted into a plain class: declare it as 'partial class Net'"),
        ["File"] = new(
            "NETGEN006",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] file partial class [|Net|];",
            "'Net' is local to its file, so that no network can be emitted from another file: remove 'file'"),
        ["FileContainer"] = new(
            "NETGEN006",
            "using NetGen; file partial class [|Outer|] { [NeuralNetwork, Input(4), Dense(3)] public partial class Net; }",
            "'Outer' is local to its file, so that no network can be emitted from another file: remove 'file'"),
        ["OldLanguage"] = new(
            "NETGEN007",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|] { }",
            "The code emitted for 'Net' needs C# 13.0 or later, but the project is compiled as C# 12.0: set <LangVersion>13.0</LangVersion> or remove LangVersion from the project")
        {
            Language = LanguageVersion.CSharp12,
        },
        ["NoNeuralNetwork"] = new(
            "NETGEN008",
            "using NetGen; [[|Input(4)|], Dense(3)] public partial class Net;",
            "'Net' has [Input] but no [NeuralNetwork], so that no network is emitted: add [NeuralNetwork] before [Input]"),
        ["NoNeuralNetworkGeneric"] = new(
            "NETGEN008",
            "using NetGen; [[|Dense<int>(3)|]] public class Net;",
            "'Net' has [Dense] but no [NeuralNetwork], so that no network is emitted: add [NeuralNetwork] before [Dense]"),
        ["BaseWithoutConstructor"] = new(
            "NETGEN009",
            "using NetGen; public class Base(int n) { public int N => n; } [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|] : Base;",
            "The network 'Net' cannot be constructed from a seed: its base class 'Base' has no accessible constructor without parameters; add one"),
        ["BaseIsNetwork"] = new(
            "NETGEN009",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class First; [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|] : First;",
            "The network 'Net' cannot be constructed from a seed: its base class 'First' is a network too, whose members it would hide; derive it from another class"),
        ["PrimaryConstructor"] = new(
            "NETGEN009",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|](int n) { public int N => n; }",
            "The network 'Net' cannot be constructed from a seed: it has a primary constructor, which every other constructor would have to call; declare its parameters as properties"),
        ["RequiredMember"] = new(
            "NETGEN009",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net { public required int [|Label|] { get; set; } }",
            "The network 'Net' cannot be constructed from a seed: its member 'Label' is required, and nobody sets it; remove 'required'"),
        ["InheritedRequiredMember"] = new(
            "NETGEN009",
            "using NetGen; public class Base { public required int Label; } [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|] : Base;",
            "The network 'Net' cannot be constructed from a seed: its member 'Label', inherited from 'Base', is required, and nobody sets it; remove 'required'"),

        ["OldestLanguage"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3)]")) { Language = LanguageVersion.CSharp13 },
        ["PlainClass"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3)]")),
        ["Nested"] = new("", "using NetGen; partial class A { partial struct B { partial interface C { [NeuralNetwork, Input(4), Dense(3)] private protected partial class Net; } } }"),
        ["AttributesWithoutUsing"] = new("", "[NetGen.NeuralNetwork, NetGen.InputAttribute(4)] [global::NetGen.Dense(3)] partial class Net;"),
        ["BaseWithConstructor"] = new("", "using NetGen; public class Base { protected Base(int n = 1) { } } [NeuralNetwork, Input(4), Dense(3)] public partial class Net : Base;"),
        ["OtherAttributes"] = new("", "[System.Obsolete] public class Net; namespace Other { class DenseAttribute : System.Attribute; [Dense] class Bread; }"),
    };
}

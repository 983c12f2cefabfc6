namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN018 to NETGEN021.</summary>
internal static class NameCases
{
    private const string NotAnIdentifier = " cannot name a member of the class: use a C# identifier of letters, digits and underscores that starts with a letter, without '@' and invisible characters";
    private const string Replaced = " stands where a member is emitted into every network: rename or remove it";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["TwoOfOneName"] = new(
            "NETGEN018",
            RuleCase.Net("[Input(4)]\n[Dense(3, Name = \"Hidden\")]\n[Activation(Activation.Relu, [|Name = \"Hidden\"|])]"),
            "Layers 1 and 2 of 'Net' are both named 'Hidden', but names tell members and tensors apart: give one of them another Name"),
        ["NameOfAnothersDefault"] = new(
            "NETGEN018",
            RuleCase.Net("[Input(4)]\n[Dense(3, Name = \"Dense2\")]\n[[|Dense(3)|]]"),
            "Layers 1 and 2 of 'Net' are both named 'Dense2', but names tell members and tensors apart: give one of them another Name"),
        ["Space"] = new("NETGEN019", Named("Hidden 1"), "The name 'Hidden 1' of layer 1 of 'Net'" + NotAnIdentifier),
        ["Empty"] = new("NETGEN019", Named(""), "The name '' of layer 1 of 'Net'" + NotAnIdentifier),
        ["LeadingDigit"] = new("NETGEN019", Named("1st"), "The name '1st' of layer 1 of 'Net'" + NotAnIdentifier),
        ["Verbatim"] = new("NETGEN019", Named("@class"), "The name '@class' of layer 1 of 'Net'" + NotAnIdentifier),
        ["Invisible"] = new("NETGEN019", Named("Hid\\u200Dden"), "The name 'Hid\u200Dden' of layer 1 of 'Net'" + NotAnIdentifier),
        ["HalfSurrogate"] = new("NETGEN019", Named("A\\uD835"), "The name 'A\uD835' of layer 1 of 'Net'" + NotAnIdentifier),
        ["ClassName"] = new("NETGEN020", Named("Net"), Taken("Net", "the class itself")),
        ["EmittedProperty"] = new("NETGEN020", Named("Input"), Taken("Input", "a member that is emitted into every network")),
        ["EmittedMethod"] = new("NETGEN020", Named("Predict"), Taken("Predict", "a member that is emitted into every network")),
        ["EmittedField"] = new("NETGEN020", Named("_hidden"), Taken("_hidden", "the emitted fields, whose names start with an underscore")),
        ["MemberOfObject"] = new("NETGEN020", Named("ToString"), Taken("ToString", "a member inherited from 'Object'")),
        ["OwnMember"] = new(
            "NETGEN020",
            RuleCase.Net("[Input(4)]\n[Dense(3, [|Name = \"Label\"|])]", "public int Label;"),
            Taken("Label", "a member of the class")),
        ["DefaultName"] = new(
            "NETGEN020",
            RuleCase.Net("[Input(4)]\n[[|Dense(3)|]]", "public void Dense1() { }"),
            Taken("Dense1", "a member of the class")),
        ["InheritedMember"] = new(
            "NETGEN020",
            "using NetGen; public class Base { protected int Hidden; } [NeuralNetwork, Input(4), Dense(3, [|Name = \"Hidden\"|])] public partial class Net : Base;",
            Taken("Hidden", "a member inherited from 'Base'")),
        ["ClassPredict"] = new(
            "NETGEN021", "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class [|Predict|];", "The name of 'Predict'" + Replaced),
        ["FieldPredict"] = new("NETGEN021", With("public int [|Predict|];"), "The field 'Predict' of 'Net'" + Replaced),
        ["PropertyInputSize"] = new("NETGEN021", With("public int [|InputSize|] => 3;"), "The property 'InputSize' of 'Net'" + Replaced),
        ["TypeOutput"] = new("NETGEN021", With("public struct [|Output|];"), "The type 'Output' of 'Net'" + Replaced),
        ["EventSave"] = new("NETGEN021", With("public event System.Action [|Save|] { add { } remove { } }"), "The event 'Save' of 'Net'" + Replaced),
        ["MethodSummary"] = new("NETGEN021", With("public void [|Summary|]() { }"), "The method 'Summary' of 'Net'" + Replaced),
        ["SameSignature"] = new(
            "NETGEN021",
            With("public void [|Predict|](System.ReadOnlySpan<float> a, System.Span<float> b) { }"),
            "The method 'Predict(ReadOnlySpan<float>, Span<float>)' of 'Net'" + Replaced),
        ["SameConstructor"] = new("NETGEN021", With("public [|Net|](ulong seed) { }"), "The constructor with parameters (ulong) of 'Net'" + Replaced),
        ["InheritedParameters"] = new(
            "NETGEN021",
            "using NetGen; public class Base { public int Parameters; } [NeuralNetwork, Input(4), Dense(3)] public partial class [|Net|] : Base;",
            "The field 'Parameters', inherited from 'Base', of 'Net'" + Replaced),

        ["Keyword"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3, Name = \"class\")]")),
        ["OtherCase"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3, Name = \"Hidden\")]\n[Dense(3, Name = \"hidden\")]")),
        ["Unicode"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3, Name = \"Schichtgröße\")]\n[Dense(3, Name = \"e\\u0301tage\")]\n[Dense(3, Name = \"隠れ層\")]")),
        ["NullName"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3, Name = null)]")),
        ["Overloads"] = new("", With("public void Predict(string path) { } public void Fit<T>(T data) { } public Net() { } void System.IDisposable.Dispose() { }").Replace("class Net", "class Net : System.IDisposable")),
        ["PrivateInBase"] = new("", "using NetGen; public class Base { private int Hidden => 1; private int Parameters => Hidden; } [NeuralNetwork, Input(4), Dense(3, Name = \"Hidden\")] public partial class Net : Base;"),
    };

    private static string Named(string name) => RuleCase.Net($"[Input(4)]\n[Dense(3, [|Name = \"{name}\"|])]");

    private static string With(string members) => RuleCase.Net("[Input(4)]\n[Dense(3)]", members);

    private static string Taken(string name, string owner) => $"Layer 1 of 'Net' cannot be named '{name}', the name of {owner}: give it another Name";
}

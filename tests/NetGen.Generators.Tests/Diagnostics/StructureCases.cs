namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN010 to NETGEN017.</summary>
internal static class StructureCases
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["NoInput"] = new(
            "NETGEN010",
            "using NetGen; [[|NeuralNetwork|], Dense(3)] public partial class Net;",
            "The network 'Net' does not say what it receives: add [Input(features)] before its first layer"),
        ["NoLayer"] = new(
            "NETGEN011",
            "using NetGen; [[|NeuralNetwork|], Input(3), Loss(Loss.Huber)] public partial class Net;",
            "The network 'Net' has no layer: add at least one, such as [Dense(10)]"),
        ["TwoDeclarations"] = new(
            "NETGEN012",
            "using NetGen; [NeuralNetwork, Input(3), Dense(1)] partial class Net; [[|Dense(4)|], Dense(5)] partial class Net;",
            "The attributes of 'Net' are spread over several partial declarations ([Input] on one, [Dense] on another), which C# gives no order: move them all to one declaration"),
        ["ThreeDeclarations"] = new(
            "NETGEN012",
            "using NetGen; [NeuralNetwork, Input(3)] partial class Net; [[|Dense(4)|]] partial class Net; [[|Loss(Loss.Huber)|]] partial class Net;",
            "The attributes of 'Net' are spread over several partial declarations ([Input] on one, [Dense] on another), which C# gives no order: move them all to one declaration",
            "The attributes of 'Net' are spread over several partial declarations ([Input] on one, [Loss] on another), which C# gives no order: move them all to one declaration"),
        ["InputSecond"] = new(
            "NETGEN013",
            RuleCase.Net("[Dense(3)]\n[[|Input(4)|]]"),
            "[Input] of 'Net' stands after [Dense], but attributes are read in order, [Input] first, then the layers, [Loss] last: move [Input] before [Dense]"),
        ["LossFirst"] = new(
            "NETGEN013",
            RuleCase.Net("[Loss(Loss.Huber)]\n[[|Input(4)|]]\n[Dense(3)]"),
            "[Input] of 'Net' stands after [Loss], but attributes are read in order, [Input] first, then the layers, [Loss] last: move [Input] before [Loss]"),
        ["LayerAfterLoss"] = new(
            "NETGEN013",
            RuleCase.Net("[Input(4)]\n[Dense(3)]\n[Loss(Loss.Huber)]\n[[|Activation(Activation.Tanh)|]]"),
            "[Activation] of 'Net' stands after [Loss], but attributes are read in order, [Input] first, then the layers, [Loss] last: move [Activation] before [Loss]"),
        ["TwoLosses"] = new(
            "NETGEN014",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3), Loss(Loss.Huber), [|Loss<Square>|]] public partial class Net;"
                + " public struct Square : ILoss { public static float Apply(float output, float target) => 0; public static float Derivative(float output, float target) => 0; }",
            "'Net' has [Loss] more than once, but a network has one: remove all but one"),
        ["TwoInputs"] = new(
            "NETGEN014",
            "using NetGen; [NeuralNetwork, Input(4), [|Input(5)|], Dense(3)] public partial class Net;",
            "'Net' has [Input] more than once, but a network has one: remove all but one"),
        ["TwoNeuralNetworks"] = new(
            "NETGEN014",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net; [[|NeuralNetwork|]] partial class Net;",
            "'Net' has [NeuralNetwork] more than once, but a network has one: remove all but one"),
        ["NoUnits"] = new(
            "NETGEN015",
            RuleCase.Net("[Input(4)]\n[[|Dense|]]"),
            "[Dense] of 'Net' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["HalfTyped"] = new(
            "NETGEN015",
            RuleCase.Net("[Input(4)]\n[[|Dense(3, |]]\n[Loss(Loss.Huber)]"),
            "[Dense] of 'Net' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["UnknownProperty"] = new(
            "NETGEN015",
            RuleCase.Net("[Input(4)]\n[[|Dense(3, Wings = 2)|]]"),
            "[Dense] of 'Net' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["WrongType"] = new(
            "NETGEN015",
            RuleCase.Net("[[|Input(\"four\")|]]\n[Dense(3)]"),
            "[Input] of 'Net' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["NotConstant"] = new(
            "NETGEN015",
            RuleCase.Net("[Input(4)]\n[[|Dense(3, Alpha = System.Math.Sqrt(2))|]]"),
            "[Dense] of 'Net' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["UnknownTypeArgument"] = new(
            "NETGEN015",
            RuleCase.Net("[Input(4)]\n[[|Dense<Missing>(3)|]]"),
            "[Dense] of 'Net' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["ZeroUnits"] = new(
            "NETGEN016",
            RuleCase.Net("[Input(4)]\n[Dense([|0|], Activation.Relu)]"),
            "'units' of layer 'Dense1' of 'Net' is 0, but a size must be at least 1: give it the number of values or units meant"),
        ["NegativeUnitsByName"] = new(
            "NETGEN016",
            RuleCase.Net("[Input(4)]\n[Dense(activation: Activation.Relu, [|units: int.MinValue|])]"),
            "'units' of layer 'Dense1' of 'Net' is -2,147,483,648, but a size must be at least 1: give it the number of values or units meant"),
        ["NoExtents"] = new(
            "NETGEN016",
            RuleCase.Net("[Input([|0|], 4, [|-1|])]\n[Dense(3)]"),
            "'height' of the input of 'Net' is 0, but a size must be at least 1: give it the number of values or units meant",
            "'channels' of the input of 'Net' is -1, but a size must be at least 1: give it the number of values or units meant"),
        ["LargeInput"] = new(
            "NETGEN017",
            RuleCase.Net("[Input([|262_145|])]\n[Dense(3)]"),
            "The input of 'Net' has 262,145 values a sample but at most 262,144 (1 MiB of float32, the largest inline array) fit: declare a smaller input"),
        ["LargestInput"] = new(
            "NETGEN017",
            RuleCase.Net("[[|Input(int.MaxValue, int.MaxValue, int.MaxValue)|]]\n[Dense(3)]"),
            "The input of 'Net' has 9,903,520,300,447,984,150,353,281,023 values a sample but at most 262,144 (1 MiB of float32, the largest inline array) fit: declare a smaller input"),
        ["LargeLayer"] = new(
            "NETGEN017",
            RuleCase.Net("[Input(4)]\n[Dense([|int.MaxValue|])]"),
            "Layer 'Dense1' of 'Net' has 2,147,483,647 units but at most 262,144 (1 MiB of float32 a sample) fit: declare fewer units"),
        ["ManyParameters"] = new(
            "NETGEN017",
            RuleCase.Net("[Input(100_000)]\n[Dense([|20_000|], Name = \"Wide\")]\n[Dense(10_000)]"),
            "'Net' has 2,200,030,000 parameters, 2,000,020,000 of them in 'Wide', but at most 2,147,483,000 (one array of float32) fit: declare fewer units"),
        ["ManyValuesInAPass"] = new(
            "NETGEN017",
            RuleCase.Net("[Input(46_340)]\n[Dense([|46_340|])]"),
            "'Net' has 2,162,045,184 values to keep in a training pass, most of them for 'Dense1', but at most 2,147,483,000 (one array of float32) fit: declare fewer units"),
        ["ManyLayers"] = new(
            "NETGEN017",
            RuleCase.Net("[Input(262_144)]\n[[|Activation(Activation.Softmax)|]]\n" + string.Concat(Enumerable.Repeat("[Activation(Activation.Softmax)]\n", 519))),
            "'Net' has 2,185,232,384 values to keep in a training pass, most of them for 'Activation1', but at most 2,147,483,000 (one array of float32) fit: declare fewer units"),

        ["LargestOfAll"] = new("", RuleCase.Net("[Input(262_144)]\n[Dense(1)]\n[Dense(262_144)]")),
        ["MostParameters"] = new("", RuleCase.Net("[Input(46_000)]\n[Dense(46_000)]")),
        ["SmallestOfAll"] = new("", RuleCase.Net("[Input(1, 1, 1)]\n[Flatten]\n[Dense(1)]\n[Loss(Loss.SoftmaxCrossEntropy)]")),
        ["AllOnOneLine"] = new("", "using NetGen; [NeuralNetwork, Input(features: 4), Dense(units: 3)] public partial class Net;"),
        ["NeuralNetworkLast"] = new("", "using NetGen; [Input(4), Dense(3), Loss(Loss.Huber), NeuralNetwork] public partial class Net;"),
        ["NeuralNetworkElsewhere"] = new("", "using NetGen; [NeuralNetwork] public partial class Net; [Input(4), Dense(3)] partial class Net;"),
        ["ActivationAlone"] = new("", RuleCase.Net("[Input(4)]\n[Activation(Activation.Softmax)]")),
    };
}

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN024 to NETGEN026 and of NETGEN029 to NETGEN031: numbers, enumerations and what follows from the layer before.</summary>
internal static class ValueCases
{
    private const string AboveZero = "a number above 0";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["ZeroDeviation"] = OutOfRange("Dense(3, Initializer = Initializer.Normal, [|StandardDeviation = 0|])", "StandardDeviation", "0", AboveZero),
        ["DeviationThatUnderflows"] = OutOfRange(
            "Dense(3, Initializer = Initializer.Normal, [|StandardDeviation = 1e-50|])", "StandardDeviation", "1E-50", AboveZero),
        ["NegativeLimit"] = OutOfRange("Dense(3, Initializer = Initializer.Uniform, [|Limit = -1.5|])", "Limit", "-1.5", AboveZero),
        ["ZeroScale"] = OutOfRange("Dense(3, Initializer = Initializer.VarianceScaling, [|Scale = 0|])", "Scale", "0", AboveZero),
        ["NegativeAlpha"] = OutOfRange("Dense(3, Activation.Elu, [|Alpha = -1|])", "Alpha", "-1", "0 or a number above it"),
        ["ZeroGain"] = OutOfRange("Dense(3, [|Gain = 0|])", "Gain", "0", "a number above 0 or Gain.Exact"),
        ["NoTileRows"] = OutOfRange("Dense(3, [|TileRows = 0|])", "TileRows", "0", "a whole number from 1 to 12"),
        ["TooWideATile"] = OutOfRange("Dense(3, [|TileVectors = 7|])", "TileVectors", "7", "a whole number from 1 to 6"),
        ["NegativeGain"] = OutOfRange("Dense(3, [|Gain = -2|])", "Gain", "-2", "a number above 0 or Gain.Exact"),
        ["ZeroBiasDeviation"] = OutOfRange(
            "Dense(3, BiasInitializer = Initializer.Normal, [|BiasStandardDeviation = 0|])", "BiasStandardDeviation", "0", AboveZero),
        ["ZeroBiasLimit"] = OutOfRange("Dense(3, BiasInitializer = Initializer.Uniform, [|BiasLimit = 0|])", "BiasLimit", "0", AboveZero),
        ["ZeroDelta"] = new("NETGEN024", RuleCase.Net("[Input(4)]\n[Dense(3)]\n[Loss(Loss.Huber, [|Delta = 0|])]"), Range("Delta", "the loss of 'Net'", "0", AboveZero)),
        ["ZeroInputScale"] = OfInput("[|Scale = 0|]", "Scale", "0", "a number other than 0"),
        ["ZeroInputDeviation"] = OfInput("[|StandardDeviation = 0|]", "StandardDeviation", "0", AboveZero),
        ["MinAboveMax"] = OfInput("[|Min = 2|], Max = 1", "Min", "2", "at most Max = 1"),
        ["MeanOutsideRange"] = OfInput("Min = 0, Max = 1, [|Mean = 1.5|]", "Mean", "1.5", "a number from Min = 0 to Max = 1"),
        ["NotANumber"] = NotFinite("Dense(3, Initializer = Initializer.Constant, [|Value = double.NaN|])", "Value", "NaN"),
        ["Infinity"] = NotFinite("Dense(3, [|Gain = double.PositiveInfinity|])", "Gain", "Infinity"),
        ["BeyondFloat"] = NotFinite("Dense(3, BiasInitializer = Initializer.Constant, [|BiasValue = -1e39|])", "BiasValue", "-1E+39"),
        ["InfiniteInput"] = new(
            "NETGEN025",
            RuleCase.Net("[Input(4, [|Min = double.NegativeInfinity|], [|Max = double.NaN|])]\n[Dense(3)]"),
            Finite("Min", "the input of 'Net'", "-Infinity"),
            Finite("Max", "the input of 'Net'", "NaN")),
        ["UndefinedActivation"] = Undefined("Dense(3, [|(Activation)99|])", "99", "Activation"),
        ["UndefinedInitializer"] = Undefined("Dense(3, [|Initializer = (Initializer)(-1)|])", "-1", "Initializer"),
        ["UndefinedMode"] = Undefined("Dense(3, Initializer = Initializer.VarianceScaling, [|Mode = (FanMode)3|])", "3", "FanMode"),
        ["UndefinedDistribution"] = Undefined("Dense(3, Initializer = Initializer.VarianceScaling, [|Distribution = (Distribution)3|])", "3", "Distribution"),
        ["UndefinedLoss"] = new(
            "NETGEN026",
            RuleCase.Net("[Input(4)]\n[Dense(3)]\n[Loss([|(Loss)5|])]"),
            "The value 5 is no member of Loss that the loss of 'Net' could have: use one of the named members of Loss"),
        ["CentredFirst"] = NotLogistic("[Input(4)]", "Dense1", "the network's input"),
        ["CentredAfterTanh"] = NotLogistic("[Input(4)]\n[Dense(3, Activation.Tanh)]", "Dense2", "Activation.Tanh"),
        ["CentredAfterOwn"] = new(
            "NETGEN029",
            RuleCase.Net("[Input(4)]\n[Dense<Square>(3)]\n[Dense(3, [|Initializer = Initializer.CentredLogistic|])]") + $" public struct Square : IActivation {OwnTypes.ActivationBody}",
            Logistic("Dense2", "Activation.Square")),
        ["CentredBias"] = new(
            "NETGEN029",
            RuleCase.After("[Dense(3, [|BiasInitializer = Initializer.CentredLogistic|])]"),
            Logistic("Dense2", "Activation.Tanh")),
        ["OrthogonalBias"] = BiasRefused("Orthogonal"),
        ["GlorotBias"] = BiasRefused("GlorotUniform"),
        ["HeBias"] = BiasRefused("HeNormal"),
        ["ScaledBias"] = BiasRefused("VarianceScaling"),
        ["ExactGainAfterOwn"] = new(
            "NETGEN031",
            RuleCase.Net("[Input(4)]\n[Dense<Square>(3)]\n[Dense(3, [|Gain = Gain.Exact|])]") + $" public struct Square : IActivation {OwnTypes.ActivationBody}",
            "Gain.Exact of layer 'Dense2' of 'Net' cannot be computed: Gain.Exact needs the signal that Dense2 receives, which is not known: Dense1's activation Square has no [ActivationFormula] that can be read; set Gain to a number such as Gain.Relu or remove it"),
        ["ExactGainAfterSoftmax"] = new(
            "NETGEN031",
            RuleCase.Net("[Input(4)]\n[Dense(3, Activation.Softmax)]\n[Dense(3, [|Gain = Gain.Exact|])]"),
            "Gain.Exact of layer 'Dense2' of 'Net' cannot be computed: Gain.Exact needs the signal that Dense2 receives, which is not known: Dense1's softmax mixes the values of its layer; set Gain to a number such as Gain.Relu or remove it"),

        ["ExtremeNumbers"] = new("", RuleCase.After(
            "[Dense(3, Initializer = Initializer.Uniform, Limit = 3.4028234e38)]\n[Dense(3, Initializer = Initializer.Normal, StandardDeviation = 1.5e-45)]")),
        ["NegativeInputScale"] = new("", RuleCase.Net("[Input(4, Scale = -1, Min = 2, Max = 2, Mean = 2)]\n[Dense(3)]")),
        ["CentredAfterSigmoid"] = new("", RuleCase.After(
            "[Dense(3, Activation.Sigmoid)]\n[Dense(3, Activation.Tanh, Initializer = Initializer.CentredLogistic)]\n[Activation(Activation.Sigmoid)]\n[Dense(3, BiasInitializer = Initializer.CentredLogistic)]")),
        ["EveryBias"] = new("", RuleCase.After(string.Join(
            "\n",
            ((string[])["Default", "Zeros", "Ones", "Constant", "Normal", "TruncatedNormal", "Uniform", "TorchDefault"])
                .Select(static name => $"[Dense(3, BiasInitializer = Initializer.{name})]")))),
        ["ExactGainOfKnown"] = new("", RuleCase.After("[Dense(3, Activation.Relu, Gain = Gain.Exact)]\n[Dense<Square>(3, Gain = Gain.Exact)]\n[Dense(3, Gain = Gain.Exact)]")
            + $" [ActivationFormula(\"z ^ 2\")] public struct Square : IActivation {OwnTypes.ActivationBody}"),
    };

    private static RuleCase OutOfRange(string layer, string property, string value, string expected) =>
        new("NETGEN024", RuleCase.Net($"[Input(4)]\n[{layer}]"), Range(property, "layer 'Dense1' of 'Net'", value, expected));

    private static RuleCase OfInput(string arguments, string property, string value, string expected) =>
        new("NETGEN024", RuleCase.Net($"[Input(4, {arguments})]\n[Dense(3)]"), Range(property, "the input of 'Net'", value, expected));

    private static string Range(string property, string subject, string value, string expected) =>
        $"'{property}' of {subject} is {value}, but must be {expected}: change it or remove it to have the default";

    private static RuleCase NotFinite(string layer, string property, string value) =>
        new("NETGEN025", RuleCase.Net($"[Input(4)]\n[{layer}]"), Finite(property, "layer 'Dense1' of 'Net'", value));

    private static string Finite(string property, string subject, string value) =>
        $"'{property}' of {subject} is {value}, but must be a finite number that float32 holds, of magnitude 3.4028235E+38 at most: change it or remove it to have the default";

    private static RuleCase Undefined(string layer, string value, string enumeration) => new(
        "NETGEN026",
        RuleCase.Net($"[Input(4)]\n[{layer}]"),
        $"The value {value} is no member of {enumeration} that layer 'Dense1' of 'Net' could have: use one of the named members of {enumeration}");

    private static RuleCase NotLogistic(string before, string layer, string received) =>
        new("NETGEN029", RuleCase.Net(before + "\n[Dense(3, [|Initializer = Initializer.CentredLogistic|])]"), Logistic(layer, received));

    private static string Logistic(string layer, string received) =>
        $"Initializer.CentredLogistic of layer '{layer}' of 'Net' subtracts the 1/2 at which logistic units rest, but the layer receives {received}: use it after Activation.Sigmoid only, or another initializer";

    private static RuleCase BiasRefused(string initializer) => new(
        "NETGEN030",
        RuleCase.Net($"[Input(4)]\n[Dense(3, [|BiasInitializer = Initializer.{initializer}|])]"),
        $"Initializer.{initializer} cannot initialize the biases of layer 'Dense1' of 'Net', since it is defined by the two fans of a matrix: use Zeros, Ones, Constant, Normal, TruncatedNormal, Uniform, TorchDefault or CentredLogistic");
}

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Numbers of dropout, noise, normalization and blocks, and what dense layers make of positions: NETGEN017, NETGEN024, NETGEN025, NETGEN029 and NETGEN042.</summary>
internal static class LayerCases
{
    private const string Constructor = ": change it";
    private const string Property = ": change it or remove it to have the default";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["RateOfOne"] = OutOfRange("Dropout([|1|])", "'rate' of layer 'Dropout1'", "1", "at least 0 and below 1" + Constructor),
        ["NegativeRate"] = OutOfRange("Dropout([|-0.1|])", "'rate' of layer 'Dropout1'", "-0.1", "at least 0 and below 1" + Constructor),
        ["RateInPercent"] = OutOfRange("Dropout([|rate: 20|], Name = \"Drop\")", "'rate' of layer 'Drop'", "20", "at least 0 and below 1" + Constructor),
        ["RateThatRoundsToOne"] = OutOfRange("Dropout([|0.99999999|])", "'rate' of layer 'Dropout1'", "0.99999999", "at least 0 and below 1" + Constructor),
        ["RateThatIsNoNumber"] = NotFinite("Dropout([|double.NaN|])", "'rate' of layer 'Dropout1'", "NaN", Constructor),
        ["AlphaRateOfTwo"] = OutOfRange("AlphaDropout([|2|])", "'rate' of layer 'AlphaDropout1'", "2", "at least 0 and below 1" + Constructor),
        ["NegativeDeviation"] = OutOfRange("GaussianNoise([|-1|])", "'standardDeviation' of layer 'GaussianNoise1'", "-1", "0 or a number above it" + Constructor),
        ["DeviationThatIsNoNumber"] = NotFinite("GaussianNoise([|double.NaN|])", "'standardDeviation' of layer 'GaussianNoise1'", "NaN", Constructor),
        ["InfiniteDeviation"] = NotFinite("GaussianNoise([|double.PositiveInfinity|])", "'standardDeviation' of layer 'GaussianNoise1'", "Infinity", Constructor),
        ["EpsilonOfZero"] = OutOfRange("BatchNormalization([|Epsilon = 0|])", "'Epsilon' of layer 'BatchNormalization1'", "0", "a number above 0" + Property),
        ["EpsilonBelowFloat"] = OutOfRange("LayerNormalization([|Epsilon = 1e-50|])", "'Epsilon' of layer 'LayerNormalization1'", "1E-50", "a number above 0" + Property),
        ["NegativeEpsilon"] = OutOfRange("RmsNormalization([|Epsilon = -1e-5|])", "'Epsilon' of layer 'RmsNormalization1'", "-1E-05", "a number above 0" + Property),
        ["InfiniteEpsilon"] = NotFinite("RmsNormalization([|Epsilon = double.PositiveInfinity|])", "'Epsilon' of layer 'RmsNormalization1'", "Infinity", Property),
        ["EpsilonThatIsNoNumber"] = NotFinite("LayerNormalization([|Epsilon = double.NaN|])", "'Epsilon' of layer 'LayerNormalization1'", "NaN", Property),
        ["MomentumOfZero"] = OutOfRange("BatchNormalization([|Momentum = 0|])", "'Momentum' of layer 'BatchNormalization1'", "0", "above 0 and at most 1" + Property),
        ["MomentumAboveOne"] = OutOfRange("BatchNormalization([|Momentum = 1.5|], Epsilon = 1)", "'Momentum' of layer 'BatchNormalization1'", "1.5", "above 0 and at most 1" + Property),
        ["MomentumThatIsNoNumber"] = NotFinite("BatchNormalization([|Momentum = double.NaN|])", "'Momentum' of layer 'BatchNormalization1'", "NaN", Property),
        ["TooManyUnitsAtAllPositions"] = new(
            "NETGEN017",
            RuleCase.Net("[Input(512, 256, 2)]\n[Dense([|4|])]"),
            "Layer 'Dense1' of 'Net' has 4 units at each of 131,072 positions of its input 512x256x2 but at most 262,144 values (1 MiB of float32 per sample) fit: declare fewer units, or [Flatten] before the layer"),
        ["CentredAfterNormalization"] = new(
            "NETGEN029",
            RuleCase.Net("[Input(4)]\n[Dense(3, Activation.Sigmoid)]\n[LayerNormalization]\n[Dense(3, [|Initializer = Initializer.CentredLogistic|])]"),
            "Initializer.CentredLogistic of layer 'Dense2' of 'Net' subtracts the 1/2 at which logistic units rest, but the layer receives what 'LayerNormalization1' gives: use it after Activation.Sigmoid only, or another initializer"),
        ["ScoresOfPositions"] = new(
            "NETGEN042",
            RuleCase.Net("[Input(8, 8, 3)]\n[Dense(10)]\n[Loss([|Loss.SoftmaxCrossEntropy|])]"),
            "Loss.SoftmaxCrossEntropy of 'Net' compares one class with one row of scores per sample, of shape 10, but the network gives 8x8x10: add [Flatten] before its last layer"),
        ["ScoresOfSteps"] = new(
            "NETGEN042",
            RuleCase.Net("[Input(7, 4)]\n[Dense(5)]\n[Loss([|loss: Loss.SoftmaxCrossEntropy|])]"),
            "Loss.SoftmaxCrossEntropy of 'Net' compares one class with one row of scores per sample, of shape 5, but the network gives 7x5: add [Flatten] before its last layer"),

        ["EveryKind"] = new("", RuleCase.Net("""
            [Input(6, 4)]
            [GaussianNoise(0.1)]
            [Dense(8)]
            [BatchNormalization(Momentum = 1, Epsilon = 1e-3)]
            [Activation(Activation.Relu)]
            [Dropout(0)]
            [LayerNormalization(Epsilon = 1e-6, Name = "Norm")]
            [RmsNormalization]
            [Flatten]
            [AlphaDropout(rate: 0.5, Name = "Drop")]
            [Dense(3)]
            [Loss(Loss.SoftmaxCrossEntropy)]
            """)),
        ["CentredAfterDropout"] = new("", RuleCase.Net("[Input(4)]\n[Dense(3, Activation.Sigmoid)]\n[Dropout(0.1)]\n[Flatten]\n[Dense(3, Initializer = Initializer.CentredLogistic)]")),
        ["YesAndNoAtAllPositions"] = new("", RuleCase.Net("[Input(8, 8, 3)]\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]")),
        ["PrintedGraph"] = new("", "using NetGen; [NeuralNetwork(PrintGraph = true), Input(4), Dense(3)] public partial class Net;"),
    };

    private static RuleCase OutOfRange(string layer, string subject, string value, string expected) => new(
        "NETGEN024", RuleCase.After("[" + layer + "]"), subject + " of 'Net' is " + value + ", but must be " + expected);

    private static RuleCase NotFinite(string layer, string subject, string value, string wayOut) => new(
        "NETGEN025",
        RuleCase.After("[" + layer + "]"),
        subject + " of 'Net' is " + value + ", but must be a finite number that float32 holds, of magnitude 3.4028235E+38 at most" + wayOut);
}

using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>What each rule says, where, and from where on.</summary>
internal static class SignalCases
{
    private const string Standardized = "[Input(100, Mean = 0, StandardDeviation = 1)]\n";
    private const string Mnist = "[Input(784, Mean = 0.1307, StandardDeviation = 0.3081)]\n";
    private const string Classes = "\n[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]";
    private const string WideClasses = "\n[Dense(10, Initializer = Initializer.Normal, StandardDeviation = 1)]\n[Loss(Loss.SoftmaxCrossEntropy)]";
    private const string Values = "\n[Dense(10)]\n[Loss(Loss.MeanSquaredError)]";

    /// <summary>chi = 0.6, and q stays at 2.</summary>
    private const string Ordered = "[Dense(100, Activation.Relu, Initializer = Initializer.Normal, StandardDeviation = 0.10954, BiasInitializer = Initializer.Normal, BiasStandardDeviation = 0.89443)]";

    private const string Normalized = "[Dense(64, UseBias = false)]\n[BatchNormalization]\n[Activation(Activation.Relu)]";

    private const string Inside = "[BeginResidual]\n[Activation(Activation.Relu)]\n[Dense(64, Initializer = Initializer.HeNormal)]";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, SignalCase> All { get; } = new Dictionary<string, SignalCase>
    {
        ["Saturation"] = Pair(
            "NETGEN101",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Sigmoid, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]" + Classes,
            "0.545",
            "0.313",
            "Dense1: Normal(0.545), fan-in 100: std(h) = 5.4, 50% of its logistic units start saturated at initialization, and the first layer's gradient is "),
        ["SaturationAsInformation"] = Pair(
            "NETGEN101",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(100, Activation.Sigmoid, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]" + Classes,
            "0.319",
            "0.313",
            "Dense1: Normal(0.319), fan-in 100: std(h) = 3.2, 25% of its logistic units start saturated at initialization, and the first layer's gradient is "),
        ["SaturationAtBothEnds"] = Pair(
            "NETGEN101",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Tanh, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]" + Classes,
            "0.722",
            "0.157",
            "Dense1: Normal(0.722), fan-in 100: std(h) = 7.2, 80% of its tanh units start saturated at initialization, and the first layer's gradient is "),
        ["VanishingGradient"] = new(
            "NETGEN102",
            DiagnosticSeverity.Warning,
            Mnist + "[Dense(100, [|Activation.Sigmoid|])]\n" + Repeat("[Dense(100, Activation.Sigmoid)]", 8) + Classes,
            Mnist + Repeat("[Dense(100, Activation.Sigmoid)]", 9) + Classes,
            "Dense1's weight gradient starts at 6e-7 of the last layer's at initialization, a factor of 0.2 a layer over 10 layers.")
        {
            QuietOptions = "netgen_vanishing_ratio = 5e-7",
        },
        ["ExplodingGradient"] = new(
            "NETGEN103",
            DiagnosticSeverity.Warning,
            Mnist + Deep("[|Initializer = Initializer.Normal|]") + WideClasses,
            Mnist + Deep("Initializer = Initializer.Normal") + WideClasses,
            "tanh with Normal(1), 10 layers: the weight gradient starts 200 times larger at Dense1 than at the last layer at initialization, and up to 85% of a layer's units start saturated.")
        {
            QuietOptions = "netgen_exploding_ratio = 300",
        },
        ["SmallSignal"] = Pair(
            "NETGEN104",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Relu, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]\n[Dense(10, Initializer = Initializer.HeNormal)]",
            "0.00098",
            "0.00102",
            "Dense1: Normal(0.00098), fan-in 100: std(h) = 0.01 at initialization, outside 0.01 to 20."),
        ["LargeInputs"] = Pair(
            "NETGEN104",
            DiagnosticSeverity.Warning,
            "[Input(784, Min = 0, [|Max = {0}|])]\n[Dense(300, Activation.Relu)]" + Values,
            "255",
            "1",
            "Dense1: inputs 0..255, fan-in 784: std(h) = 200 at initialization, outside 0.01 to 20."),
        ["VarianceDrift"] = new(
            "NETGEN105",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(100, Activation.Silu)]\n[[|Dense(100, Activation.Silu)|]]\n" + Repeat("[Dense(100, Activation.Silu)]", 4) + Classes,
            Standardized + Repeat("[Dense(100, Activation.Silu)]", 4) + Classes,
            "Dense2 (and 4 more layers declared alike): HeNormal after SiLU units multiplies the variance of the pre-activations by 0.6"),
        ["DepthScale"] = new(
            "NETGEN106",
            DiagnosticSeverity.Warning,
            Standardized + Repeat(Ordered, 12)
                + "\n[Dense(100, [|Initializer = Initializer.Normal|], StandardDeviation = 0.10954, BiasInitializer = Initializer.Normal, BiasStandardDeviation = 0.89443)]\n[Loss(Loss.SoftmaxCrossEntropy)]",
            Standardized + Repeat(Ordered, 11)
                + "\n[Dense(100, Initializer = Initializer.Normal, StandardDeviation = 0.10954, BiasInitializer = Initializer.Normal, BiasStandardDeviation = 0.89443)]\n[Loss(Loss.SoftmaxCrossEntropy)]",
            "13 layers, yet a difference between two samples changes by a factor of 0.6 a layer, against their own size, at initialization: it travels about 10 layers.")
        {
            Options = "netgen_vanishing_ratio = 1e-30",
        },
        ["HiddenLogistic"] = new(
            "NETGEN107",
            DiagnosticSeverity.Info,
            Mnist + "[Dense(300, [|Activation.Sigmoid|])]\n[Dense(100, Activation.Sigmoid)]" + Classes,
            Mnist + "[Dense(300, Activation.Sigmoid)]" + Classes,
            "Dense1: logistic units feed Dense2, which passes on 0.09 of a perturbation's mean square at initialization; no scale of zero-mean weights reaches 1 before 58% of the units saturate."),
        ["InputScale"] = Pair(
            "NETGEN108",
            DiagnosticSeverity.Warning,
            "[Input(784, Min = 0, [|Max = {0}|])]\n[Dense(300, Activation.Sigmoid)]" + Classes,
            "255",
            "4.4",
            "inputs 0..255: std(h) = 200 in Dense1, 98% of its logistic units start saturated at initialization."),
        ["InputScaleAsInformation"] = Pair(
            "NETGEN108",
            DiagnosticSeverity.Info,
            "[Input(784, Min = 0, Max = 1, [|Scale = {0}|])]\n[Dense(300, Activation.Sigmoid)]" + Classes,
            "4.7",
            "4.4",
            "inputs 0..1, scaled by 4.7 and shifted by 0: std(h) = 3 in Dense1, 27% of its logistic units start saturated at initialization."),
        ["Symmetry"] = new(
            "NETGEN109",
            DiagnosticSeverity.Error,
            Standardized + "[Dense(100, Activation.Tanh, [|Initializer = Initializer.Zeros|])]\n[Dense(1, Initializer = Initializer.Zeros)]",
            Standardized + "[Dense(1, Activation.Tanh, Initializer = Initializer.Zeros)]\n[Dense(1, Initializer = Initializer.Zeros)]",
            "Dense1: Zeros starts all 100 units the same at initialization, and nothing in their gradients ever tells them apart."),
        ["SymmetryThatIsBroken"] = new(
            "NETGEN109",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Tanh, [|Initializer = Initializer.Zeros|])]\n[Dense(1)]",
            Standardized + "[Dense(100, Activation.Tanh)]\n[Dense(1)]",
            "Dense1: Zeros starts all 100 units the same at initialization, and they differ by the weights behind them alone."),
        ["DeadUnits"] = Pair(
            "NETGEN110",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Relu, Initializer = Initializer.LeCunNormal, [|BiasInitializer = Initializer.Constant|], BiasValue = {0})]\n"
                + "[Dense(10, Initializer = Initializer.Normal, StandardDeviation = 1)]",
            "-1.29",
            "-1.27",
            "Dense1: bias Constant(-1.29): 90% of its ReLU units start dead at initialization, giving 0 and no gradient."),
        ["SeluScale"] = Pair(
            "NETGEN111",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Selu, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]" + Classes,
            "0.097",
            "0.098",
            "Dense1: Normal(0.097), fan-in 100: n_in Var(W) = 0.94 in front of SELU at initialization, outside 0.95 to 1.1, in which it keeps mean and variance."),
        ["SeluGain"] = Pair(
            "NETGEN111",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Selu, [|Gain = {0}|])]" + Classes,
            "Gain.Selu",
            "Gain.Linear",
            "Dense1: LeCunNormal with gain 0.75, fan-in 100: n_in Var(W) = 0.56 in front of SELU at initialization"),
        ["WeightMean"] = Pair(
            "NETGEN112",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Tanh)]\n[Dense(10, [|Initializer = Initializer.Constant|], Value = {0})]",
            "0.02",
            "0",
            "Dense2: Constant(0.02), fan-in 100: the weights' mean 0.02 adds the same 2 times the inputs' mean to every unit at initialization."),
        ["NarrowLayers"] = new(
            "NETGEN114",
            DiagnosticSeverity.Info,
            "[Input(2, Mean = 0, StandardDeviation = 1)]\n[Dense([|14|], Activation.Relu)]\n" + Repeat("[Dense(14, Activation.Relu)]", 2) + "\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]",
            "[Input(2, Mean = 0, StandardDeviation = 1)]\n" + Repeat("[Dense(15, Activation.Relu)]", 3) + "\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]",
            "Dense1 has 14 units: over all hidden layers the sum of kappa / n is 1.1 at initialization, so that the size of signal and gradient differs from seed to seed by more than itself."),
        ["VeryNarrowLayers"] = new(
            "NETGEN114",
            DiagnosticSeverity.Warning,
            "[Input(2, Mean = 0, StandardDeviation = 1)]\n[Dense([|7|], Activation.Relu)]\n" + Repeat("[Dense(7, Activation.Relu)]", 2) + "\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]",
            "[Input(2, Mean = 0, StandardDeviation = 1)]\n" + Repeat("[Dense(15, Activation.Relu)]", 3) + "\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]",
            "Dense1 has 7 units: over all hidden layers the sum of kappa / n is 2.1 at initialization, so that the size of signal and gradient differs from seed to seed by more than itself."),
        ["JacobianSpread"] = new(
            "NETGEN106",
            DiagnosticSeverity.Warning,
            "[Input(16, Mean = 0, StandardDeviation = 1)]\n[Dense(64, Activation.Tanh)]\n[[|Dense(64, Activation.Tanh)|]]\n" + Repeat("[Dense(64, Activation.Tanh)]", 58) + "\n[Dense(1)]",
            "[Input(16, Mean = 0, StandardDeviation = 1)]\n" + Repeat("[Dense(64, Activation.Tanh)]", 60) + "\n[Dense(1)]",
            "61 layers, yet the directions in which samples differ are passed on unequally at initialization, the strongest alone in the end:")
        {
            QuietOptions = "netgen_jacobian_spread = 70",
        },
        ["DropoutBehindSelu"] = new(
            "NETGEN111",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(100, Activation.Selu)]\n[[|Dropout(0.1)|]]" + Classes,
            Standardized + "[Dense(100, Activation.Selu)]\n[AlphaDropout(0.1)]" + Classes,
            "Dropout1: sets 10% of SELU units to 0 in training, and multiplies the mean square that SELU keeps at 1 by 1.1."),
        ["DropoutNoise"] = Pair(
            "NETGEN113",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Tanh)]\n[Dropout([|{0}|])]\n" + Repeat("[Dense(100, Activation.Tanh)]\n[Dropout(0.5)]", 4) + Classes,
            "0.5",
            "0.1",
            "Dropout1 and 4 more: of the signal that reaches the last layer in training, 3% of the mean square is the sample's own, the rest the noise of what was dropped."),
        ["DropoutGrowth"] = Pair(
            "NETGEN113",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Relu, Initializer = Initializer.Normal, StandardDeviation = 1.6)]\n[Dropout([|{0}|])]\n[Dense(100, Activation.Relu)]" + Values,
            "0.5",
            "0.1",
            "Dropout1: 1 / (1 - p) multiplies the signal's mean square by 2 in training, and that alone brings about this: Dense2"),
        ["TruncatedNormal"] = Pair(
            "NETGEN115",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(100, Activation.Tanh, [|Initializer = Initializer.{0}|], StandardDeviation = 0.1)]" + Classes,
            "TruncatedNormal",
            "Normal",
            "Dense1: TruncatedNormal(0.1) is cut at two standard deviations without correction: the weights' standard deviation is 0.08796."),
        ["ExpandingOrthogonal"] = Pair(
            "NETGEN116",
            DiagnosticSeverity.Info,
            Standardized + "[Dense({0}, Activation.Tanh, [|Initializer = Initializer.Orthogonal|])]" + Classes,
            "400",
            "100",
            "Dense1: orthogonal weights from 100 to 400 units give n_in Var(W) = 0.25 at initialization."),
        ["FanRatio"] = Pair(
            "NETGEN117",
            DiagnosticSeverity.Info,
            "[Input({0}, Mean = 0, StandardDeviation = 1)]\n[Dense(100, Activation.Tanh, [|Initializer = Initializer.GlorotNormal|])]" + Classes,
            "500",
            "400",
            "Dense1: GlorotNormal, 500 inputs and 100 units: forward the variance is multiplied by 1.7 and backward by 0.33 at initialization."),
        ["BatchNormalizationDepth"] = new(
            "NETGEN119",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(64, UseBias = false)]\n[[|BatchNormalization|]]\n[Activation(Activation.Relu)]\n" + Repeat(Normalized, 18) + Classes,
            Standardized + Repeat(Normalized, 14) + Classes,
            "20 layers with batch normalization and no way round them: the gradient grows by a factor of 1.2 a layer on its way back, "),
        ["ResidualGrowth"] = new(
            "NETGEN120",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(64)]\n" + Inside + "\n[[|EndResidual|]]\n" + Repeat(Inside + "\n[EndResidual]", 18) + Classes,
            Standardized + "[Dense(64)]\n" + Repeat(Inside + "\n[EndResidual]", 6) + Classes,
            "19 residual blocks without normalization inside: they multiply the signal's mean square by 500000 at initialization, 2 a block."),
        ["LossMismatch"] = new(
            "NETGEN201",
            DiagnosticSeverity.Error,
            Standardized + "[Dense(20, Activation.Relu)]\n[Dense(1, [|Activation.Sigmoid|])]\n[Loss(Loss.BinaryCrossEntropy)]",
            Standardized + "[Dense(20, Activation.Relu)]\n[Dense(1, Activation.Tanh)]\n[Loss(Loss.BinaryCrossEntropy)]",
            "Dense2: BinaryCrossEntropy takes logits, and the logistic activation has turned them into values between 0 and 1 already."),
        ["OneClass"] = Pair(
            "NETGEN201",
            DiagnosticSeverity.Error,
            Standardized + "[Dense(20, Activation.Relu)]\n[Dense({0})]\n[Loss([|Loss.SoftmaxCrossEntropy|])]",
            "1",
            "2",
            "SoftmaxCrossEntropy over one output: one class always has probability 1"),
        ["SoftmaxBeforeLoss"] = Pair(
            "NETGEN202",
            DiagnosticSeverity.Error,
            Standardized + "[Dense(20, Activation.Relu)]\n[Dense(10)]\n[Activation([|Activation.{0}|])]\n[Loss(Loss.SoftmaxCrossEntropy)]",
            "Softmax",
            "Identity",
            "Activation1: SoftmaxCrossEntropy takes logits and applies the softmax itself; a second one leaves gradients that are too small to learn from."),
        ["AdaptiveLearningRate"] = Pair(
            "NETGEN203",
            DiagnosticSeverity.Warning,
            "[Input(50, Mean = 0, StandardDeviation = 1)]\n" + Repeat("[Dense(50, Activation.Tanh, Initializer = Initializer.LeCunNormal)]", 2)
                + "\n[Loss(Loss.MeanSquaredError)]\n[Training<Adam>([|LearningRate = {0}|])]",
            "0.0142",
            "0.0140",
            "Adam's learning rate 0.014 moves the weights of Dense1 by 10% of their root mean square 0.14 on the first step."),
        ["DefaultLearningRate"] = new(
            "NETGEN203",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(10, Initializer = Initializer.Normal, StandardDeviation = 0.01)]\n[Loss(Loss.MeanAbsoluteError)]\n[[|Training<RmsProp>|]]",
            Standardized + "[Dense(10, Initializer = Initializer.Normal, StandardDeviation = 0.01)]\n[Loss(Loss.MeanAbsoluteError)]\n[Training<Sgd>]",
            "RMSProp's learning rate 0.01 moves the weights of Dense1 by "),
        ["LearningRate"] = Pair(
            "NETGEN204",
            DiagnosticSeverity.Warning,
            "[Input(50, Mean = 0, StandardDeviation = 1)]\n[Dense(50, Activation.Tanh)]" + Classes + "\n[Training<Sgd>([|LearningRate = {0}|], Momentum = 0.9)]",
            "100",
            "0.01",
            "SGD's learning rate 100 moves the weights of Dense2 by "),
        ["LostUpdate"] = new(
            "NETGEN205",
            DiagnosticSeverity.Warning,
            "[Input(50, Mean = 0, StandardDeviation = 1)]\n[Dense(50, Activation.Tanh, [|Initializer = Initializer.LeCunNormal|])]" + Classes + "\n[Training<Sgd>(LearningRate = 1e-9)]",
            "[Input(50, Mean = 0, StandardDeviation = 1)]\n[Dense(50, Activation.Tanh, Initializer = Initializer.LeCunNormal)]" + Classes + "\n[Training<Sgd>(LearningRate = 1e-3)]",
            "SGD's learning rate 1e-9 moves the weights of Dense1 by "),
        ["InitialLoss"] = Pair(
            "NETGEN206",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(10, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]\n[Loss(Loss.SoftmaxCrossEntropy)]",
            "1.6",
            "0.24",
            "Dense1: Normal(1.6), fan-in 100: logits with std 20 make the expected loss 2"),
        ["InitialLossAsInformation"] = Pair(
            "NETGEN206",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(10, [|Initializer = Initializer.Normal|], StandardDeviation = {0})]\n[Loss(Loss.SoftmaxCrossEntropy)]",
            "0.28",
            "0.24",
            "Dense1: Normal(0.28), fan-in 100: logits with std 3 make the expected loss 4."),
        ["LogisticSquaredError"] = Pair(
            "NETGEN207",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(1, [|Activation.Sigmoid|], Initializer = Initializer.Normal, StandardDeviation = {0})]",
            "0.319",
            "0.313",
            "Dense1: 25% of its logistic units start saturated at initialization, where the squared error has no gradient left to correct them."),
        ["DropoutRate"] = Pair(
            "NETGEN208",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(100, Activation.Relu)]\n[Dropout([|{0}|])]" + Values,
            "0.6",
            "0.5",
            "Dropout1: drops 60% of its values, more than 50%: what is left is noise for the most part, and a smaller layer is cheaper."),
        ["DropoutOfOutputs"] = new(
            "NETGEN208",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(100, Activation.Relu)]\n[Dense(10)]\n[[|Dropout(0.6)|]]\n[Loss(Loss.MeanSquaredError)]",
            Standardized + "[Dense(100, Activation.Relu)]\n[Dropout(0.5)]\n[Dense(10)]\n[Loss(Loss.MeanSquaredError)]",
            "Dropout1: drops 60% of the network's own outputs in training: the loss compares targets with zeros."),
        ["ConsecutiveAffine"] = new(
            "NETGEN301",
            DiagnosticSeverity.Warning,
            Standardized + "[[|Dense(20)|]]\n[Dense(5)]",
            Standardized + "[Dense(20)]\n[Activation(Activation.Relu)]\n[Dense(5)]",
            "Dense1 has no activation before Dense2: together they compute one affine layer."),
        ["ConsecutiveActivations"] = new(
            "NETGEN302",
            DiagnosticSeverity.Warning,
            Standardized + "[Dense(20, Activation.Tanh)]\n[[|Activation(Activation.Relu)|]]\n[Dense(5)]",
            Standardized + "[Dense(20, Activation.Tanh)]\n[Activation(Activation.Identity)]\n[Dense(5)]",
            "Activation1's ReLU activation is applied to what Dense1's tanh activation gives, with no weights between."),
        ["BiasBeforeBatchNormalization"] = new(
            "NETGEN303",
            DiagnosticSeverity.Info,
            Standardized + "[[|Dense(20)|]]\n[BatchNormalization]\n[Activation(Activation.Relu)]\n[Dense(5)]",
            Standardized + "[Dense(20, UseBias = false)]\n[BatchNormalization]\n[Activation(Activation.Relu)]\n[Dense(5)]",
            "Dense1: its biases are taken away again by the batch normalization behind it, which has its own."),
        ["DropoutBeforeBatchNormalization"] = new(
            "NETGEN303",
            DiagnosticSeverity.Info,
            Standardized + "[Dense(20, Activation.Relu)]\n[Dropout([|0.2|])]\n[BatchNormalization]\n[Dense(5)]",
            Standardized + "[Dense(20, Activation.Relu)]\n[BatchNormalization]\n[Dropout(0.2)]\n[Dense(5)]",
            "Dropout1: BatchNormalization1's running variance is that of training, in which values are dropped: in prediction, where none are, it does not fit."),
        ["UnflattenedImage"] = new(
            "NETGEN304",
            DiagnosticSeverity.Info,
            "[Input(28, 28, 1, Mean = 0, StandardDeviation = 1)]\n[[|Dense(100, Activation.Relu)|]]\n[Dense(100, Activation.Relu)]\n[Dense(10)]",
            "[Input(784, 2, Mean = 0, StandardDeviation = 1)]\n[Dense(100, Activation.Relu)]\n[Flatten]\n[Dense(10)]",
            "Dense1 receives an image, 28x28x1, and acts on its last axis alone: each unit sees 1 of its 784 values at a time."),
    };

    private static SignalCase Pair(string rule, DiagnosticSeverity severity, string attributes, string fires, string quiet, string message) =>
        new(rule, severity, attributes.Replace("{0}", fires, StringComparison.Ordinal), Unmarked(attributes).Replace("{0}", quiet, StringComparison.Ordinal), message);

    private static string Unmarked(string attributes) => attributes.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static string Repeat(string line, int count) => string.Join('\n', Enumerable.Repeat(line, count));

    /// <summary>Nine tanh layers, the second of which is the one that amplifies most.</summary>
    private static string Deep(string initializer)
    {
        const string Line = "[Dense(100, Activation.Tanh, Initializer = Initializer.Normal, StandardDeviation = 1)]";
        return Line + "\n" + Line.Replace("Initializer = Initializer.Normal", initializer, StringComparison.Ordinal) + "\n" + Repeat(Line, 7);
    }
}

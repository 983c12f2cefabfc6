namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN022 and NETGEN023: properties that do not apply.</summary>
internal static class ApplicabilityCases
{
    private const string Gains = "Glorot, He, LeCun, VarianceScaling and Orthogonal";
    private const string Normals = "Initializer.Normal and Initializer.TruncatedNormal";
    private const string Scaling = "Initializer.VarianceScaling";
    private const string Elus = "Activation.LeakyRelu and Activation.Elu";
    private const string WithoutBiases = "a layer without biases (UseBias = false)";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["AlphaOnRelu"] = Refused("Dense(3, Activation.Relu, [|Alpha = .1|])", "Alpha", "Activation.Relu", Elus),
        ["AlphaOnIdentity"] = Refused("Dense(3, [|Alpha = .1|])", "Alpha", "Activation.Identity", Elus),
        ["DeviationOnHe"] = Refused(
            "Dense(3, Initializer = Initializer.HeNormal, [|StandardDeviation = 1|])", "StandardDeviation", "Initializer.HeNormal", Normals),
        ["DeviationOnDefault"] = Refused(
            "Dense(3, Activation.Relu, [|StandardDeviation = 1|])", "StandardDeviation", "Initializer.HeNormal, the default here", Normals),
        ["DeviationOnNamedDefault"] = Refused(
            "Dense(3, Initializer = Initializer.Default, [|StandardDeviation = 1|])", "StandardDeviation", "Initializer.GlorotUniform, the default here", Normals),
        ["GainOnNormal"] = Refused("Dense(3, Initializer = Initializer.Normal, [|Gain = 2|])", "Gain", "Initializer.Normal", Gains),
        ["GainOnTruncatedNormal"] = Refused(
            "Dense(3, Initializer = Initializer.TruncatedNormal, [|Gain = 2|])", "Gain", "Initializer.TruncatedNormal", Gains),
        ["GainOnUniform"] = Refused("Dense(3, Initializer = Initializer.Uniform, [|Gain = 2|])", "Gain", "Initializer.Uniform", Gains),
        ["GainOnConstant"] = Refused("Dense(3, Initializer = Initializer.Constant, [|Gain = 2|])", "Gain", "Initializer.Constant", Gains),
        ["GainOnZeros"] = Refused("Dense(3, Initializer = Initializer.Zeros, [|Gain = 2|])", "Gain", "Initializer.Zeros", Gains),
        ["GainOnOnes"] = Refused("Dense(3, Initializer = Initializer.Ones, [|Gain = 2|])", "Gain", "Initializer.Ones", Gains),
        ["GainOnTorchDefault"] = Refused("Dense(3, Initializer = Initializer.TorchDefault, [|Gain = 2|])", "Gain", "Initializer.TorchDefault", Gains),
        ["LimitOnNormal"] = Refused("Dense(3, Initializer = Initializer.Normal, [|Limit = 2|])", "Limit", "Initializer.Normal", "Initializer.Uniform"),
        ["ValueOnOnes"] = Refused("Dense(3, Initializer = Initializer.Ones, [|Value = 2|])", "Value", "Initializer.Ones", "Initializer.Constant"),
        ["ScaleOnHe"] = Refused("Dense(3, Initializer = Initializer.HeNormal, [|Scale = 2|])", "Scale", "Initializer.HeNormal", Scaling),
        ["ModeOnHe"] = Refused("Dense(3, Initializer = Initializer.HeNormal, [|Mode = FanMode.FanOut|])", "Mode", "Initializer.HeNormal", Scaling),
        ["DistributionOnHe"] = Refused(
            "Dense(3, Initializer = Initializer.HeNormal, [|Distribution = Distribution.Uniform|])", "Distribution", "Initializer.HeNormal", Scaling),
        ["InitializerAndType"] = Refused(
            "Dense(3, [|Initializer = Initializer.HeNormal|], InitializerType = typeof(Eye))",
            "Initializer",
            "InitializerType, which takes its place",
            "layers without InitializerType"),
        ["GainOnType"] = Refused("Dense(3, InitializerType = typeof(Eye), [|Gain = 2|])", "Gain", "InitializerType, which takes no numbers", Gains),
        ["BiasDeviationOnZeros"] = Refused(
            "Dense(3, [|BiasStandardDeviation = 2|])",
            "BiasStandardDeviation",
            "biases without a BiasInitializer (Zeros)",
            "BiasInitializer = Initializer.Normal or Initializer.TruncatedNormal"),
        ["BiasLimitOnNormal"] = Refused(
            "Dense(3, BiasInitializer = Initializer.Normal, [|BiasLimit = 2|])", "BiasLimit", "Initializer.Normal", "BiasInitializer = Initializer.Uniform"),
        ["BiasValueOnOnes"] = Refused(
            "Dense(3, BiasInitializer = Initializer.Ones, [|BiasValue = 2|])", "BiasValue", "Initializer.Ones", "BiasInitializer = Initializer.Constant"),
        ["BiasInitializerAndType"] = Refused(
            "Dense(3, [|BiasInitializer = Initializer.Ones|], BiasInitializerType = typeof(Eye))",
            "BiasInitializer",
            "BiasInitializerType, which takes its place",
            "layers without BiasInitializerType"),
        ["BiasInitializerWithoutBias"] = Refused(
            "Dense(3, UseBias = false, [|BiasInitializer = Initializer.Ones|])", "BiasInitializer", WithoutBiases, "layers with biases"),
        ["BiasValueWithoutBias"] = Refused("Dense(3, UseBias = false, [|BiasValue = 1|])", "BiasValue", WithoutBiases, "layers with biases"),
        ["CentredWithoutBias"] = new(
            "NETGEN022",
            RuleCase.Net("[Input(4)]\n[Dense(3, Activation.Sigmoid)]\n[Dense(3, Initializer = Initializer.CentredLogistic, [|UseBias = false|])]"),
            "'UseBias' of layer 'Dense2' of 'Net' does not apply to Initializer.CentredLogistic, whose biases centre the layer: it belongs to other initializers; remove it or declare what it belongs to"),
        ["DeltaOnMse"] = new(
            "NETGEN022",
            RuleCase.Net("[Input(4)]\n[Dense(3)]\n[Loss(Loss.MeanSquaredError, [|Delta = 2|])]"),
            "'Delta' of the loss of 'Net' does not apply to Loss.MeanSquaredError: it belongs to Loss.Huber; remove it or declare what it belongs to"),
        ["MinAlone"] = new(
            "NETGEN023",
            RuleCase.Net("[Input(4, [|Min = 0|])]\n[Dense(3)]"),
            "'Min' of the input of 'Net' is set without 'Max', but a range has two ends: set 'Max' too or remove 'Min'"),
        ["MaxAlone"] = new(
            "NETGEN023",
            RuleCase.Net("[Input(4, [|Max = 0|])]\n[Dense(3)]"),
            "'Max' of the input of 'Net' is set without 'Min', but a range has two ends: set 'Min' too or remove 'Max'"),

        ["AlphaOnElus"] = new("", RuleCase.After("[Dense(3, Activation.LeakyRelu, Alpha = 0)]\n[Activation(Activation.Elu, Alpha = 2)]")),
        ["EveryGain"] = new("", RuleCase.After(string.Join(
            "\n",
            ((string[])["GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "LeCunNormal", "LeCunUniform", "VarianceScaling", "Orthogonal", "Default"])
                .Select(static name => $"[Dense(3, Initializer = Initializer.{name}, Gain = 2)]")))),
        ["EveryNumber"] = new("", RuleCase.After("""
            [Dense(3, Initializer = Initializer.Normal, StandardDeviation = 2, BiasInitializer = Initializer.Uniform, BiasLimit = 1)]
            [Dense(3, Initializer = Initializer.TruncatedNormal, StandardDeviation = 2, BiasInitializer = Initializer.Constant, BiasValue = -1)]
            [Dense(3, Initializer = Initializer.Uniform, Limit = .1, BiasInitializer = Initializer.Normal, BiasStandardDeviation = 3)]
            [Dense(3, Initializer = Initializer.Constant, Value = 0, BiasInitializer = Initializer.TruncatedNormal, BiasStandardDeviation = 3)]
            [Dense(3, Initializer = Initializer.VarianceScaling, Scale = 2, Mode = FanMode.FanAverage, Distribution = Distribution.Uniform)]
            [Dense(3, InitializerType = typeof(Eye), BiasInitializerType = typeof(Eye), Initializer = Initializer.Default)]
            [Dense(3, InitializerType = null, Initializer = Initializer.Ones)]
            [Dense(3, UseBias = false)]
            [Loss(Loss.Huber, Delta = .5)]
            """) + OwnTypes.Initializer),
        ["EveryStatistic"] = new("", RuleCase.Net("[Input(4, Min = 0, Max = 16, Mean = 8, StandardDeviation = 4, Scale = 1 / 16.0, Shift = -.5)]\n[Dense(3)]")),
    };

    private static RuleCase Refused(string layer, string property, string present, string owner) => new(
        "NETGEN022",
        RuleCase.Net($"[Input(4)]\n[{layer}]") + OwnTypes.Initializer,
        $"'{property}' of layer 'Dense1' of 'Net' does not apply to {present}: it belongs to {owner}; remove it or declare what it belongs to");
}

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of <c>[Training]</c>: properties that do not apply, numbers out of range, and its place.</summary>
internal static class TrainingCases
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["Right"] = new("", Net("Training<RmsProp>(LearningRate = 1e-3, Alpha = 0.9)")),
        ["Momentum"] = new("", Net("Training<Sgd>(LearningRate = 1e-3f, Momentum = 0.9, Nesterov = true)")),
        ["MomentumOfAdam"] = new(
            "NETGEN022",
            Net("Training<Adam>([|Momentum = 0.9|])"),
            "'Momentum' of the training of 'Net' does not apply to Adam: it belongs to Sgd; remove it or declare what it belongs to"),
        ["NesterovOfAdam"] = new(
            "NETGEN022",
            Net("Training<Adam>([|Nesterov = true|])"),
            "'Nesterov' of the training of 'Net' does not apply to Adam: it belongs to Sgd; remove it or declare what it belongs to"),
        ["AlphaOfSgd"] = new(
            "NETGEN022",
            Net("Training<Sgd>([|Alpha = 0.9|])"),
            "'Alpha' of the training of 'Net' does not apply to Sgd: it belongs to RmsProp; remove it or declare what it belongs to"),
        ["NoLearningRate"] = OutOfRange("Training<Sgd>([|LearningRate = 0|])", "LearningRate", "0", "a number above 0"),
        ["NegativeMomentum"] = OutOfRange("Training<Sgd>([|Momentum = -0.5|])", "Momentum", "-0.5", "0 or a number above it"),
        ["WholeAlpha"] = OutOfRange("Training<RmsProp>([|Alpha = 1|])", "Alpha", "1", "a number from 0 to below 1"),
    };

    private static string Net(string training) => RuleCase.Net("[Input(4)]\n[Dense(3)]\n[Loss(Loss.MeanSquaredError)]\n[" + training + "]");

    private static RuleCase OutOfRange(string training, string property, string value, string expected) =>
        new("NETGEN024", Net(training), $"'{property}' of the training of 'Net' is {value}, but must be {expected}: change it or remove it to have the default");
}

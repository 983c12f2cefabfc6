using NetGen.Generators.Model;
using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Training;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>What messages call things.</summary>
internal static class Words
{
    /// <summary>An activation as an adjective of units: logistic, tanh, ReLU.</summary>
    public static string Units(ActivationSpec activation) => activation.Kind switch
    {
        ActivationKind.Sigmoid => "logistic",
        ActivationKind.Tanh => "tanh",
        ActivationKind.Relu => "ReLU",
        ActivationKind.LeakyRelu => "leaky ReLU",
        ActivationKind.Elu => "ELU",
        ActivationKind.Selu => "SELU",
        ActivationKind.Gelu or ActivationKind.GeluTanh => "GELU",
        ActivationKind.Silu => "SiLU",
        ActivationKind.Identity => "linear",
        ActivationKind.HardSigmoid => "hard logistic",
        ActivationKind.HardSwish => "hard swish",
        ActivationKind.Custom => activation.Name,
        _ => activation.Name.ToLowerInvariant(),
    };

    /// <summary>An initializer with its number: <c>Normal(1)</c>, <c>GlorotUniform with gain 4</c>.</summary>
    public static string Initializer(InitializerSpec initializer)
    {
        var name = initializer.Kind switch
        {
            InitializerKind.Normal or InitializerKind.TruncatedNormal => initializer.Name + "(" + Number(initializer.StandardDeviation) + ")",
            InitializerKind.Uniform => "Uniform(" + Number(initializer.Limit) + ")",
            InitializerKind.Constant => "Constant(" + Number(initializer.Value) + ")",
            InitializerKind.VarianceScaling => "VarianceScaling(" + Number(initializer.Scale) + ")",
            _ => initializer.Name,
        };
        return initializer.Gain == InitializerSpec.ExactGain ? name + " with its exact gain"
            : initializer.Gain != 1 ? name + " with gain " + Number(initializer.Gain)
            : name;
    }

    /// <summary>Empty where the input is declared; otherwise the sentence that says what is assumed.</summary>
    public static string Assumption(SignalReport report) =>
        report.IsInputAssumed ? " (The inputs are taken to be standardized: declare their Mean and StandardDeviation, or Min and Max.)" : "";

    /// <summary><c>, and 3 more layers declared alike</c>, empty for none.</summary>
    public static string More(int others) => others switch
    {
        0 => "",
        1 => " (and 1 more layer declared alike)",
        _ => " (and " + Number(others) + " more layers declared alike)",
    };

    /// <summary>How the first layer's gradient compares, where it is known.</summary>
    public static string GradientRatio(SignalReport report) => report.FirstToLastGradient is { } ratio
        ? "the first layer's gradient is " + Rounded(ratio) + " times the last one's"
        : "what this does to the gradient is not known";

    /// <summary>An optimizer as users write it in text.</summary>
    public static string Optimizer(OptimizerKind optimizer) => optimizer switch
    {
        OptimizerKind.Sgd => "SGD",
        OptimizerKind.RmsProp => "RMSProp",
        _ => optimizer.ToString(),
    };
}

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>Declarations in the many ways in which they can be written.</summary>
internal static class EditCases
{
    private const string Glorot = "Use GlorotUniform in Dense1";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, EditCase> All { get; } = new Dictionary<string, EditCase>
    {
        ["ArgumentsGo"] = Saturated(
            Glorot,
            "[Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)] // first",
            "[Dense(100, Activation.Sigmoid)] // first"),
        ["OthersStay"] = Saturated(
            Glorot,
            "[Dense( 100 , Activation.Sigmoid, Initializer = Initializer.Normal, UseBias = false,  StandardDeviation=1, Name = \"Dense1\" )]",
            "[Dense( 100 , Activation.Sigmoid, UseBias = false,  Name = \"Dense1\" )]"),
        ["Lines"] = Saturated(
            Glorot,
            "[Dense(\n    100,\n    Activation.Sigmoid,\n    Initializer = Initializer.Normal,\n    StandardDeviation = 1)]",
            "[Dense(\n    100,\n    Activation.Sigmoid)]"),
        ["Comments"] = Saturated(
            Glorot,
            "[Dense(100, Activation.Sigmoid, /* why */ Initializer = Initializer.Normal, /* one */ StandardDeviation = 1 /* end */)]",
            "[Dense(100, Activation.Sigmoid /* why */ /* one */ /* end */)]"),
        ["ArgumentsChange"] = Saturated(
            "Use LeCunNormal with Gain.Exact in every layer",
            "[Dense(100, Activation.Sigmoid,\n    Initializer = /* wide */ Initializer.Normal,\n    StandardDeviation = 1)]",
            "[Dense(100, Activation.Sigmoid,\n    Initializer = /* wide */ Initializer.LeCunNormal,\n    Gain = Gain.Exact)]",
            "[Dense(10, Initializer = Initializer.LeCunNormal, Gain = Gain.Exact)]"),
        ["ActivationChanges"] = Saturated(
            "Use tanh with GlorotUniform in the hidden layers",
            "[Dense(100, activation: Activation.Sigmoid, Initializer = Initializer.Normal)]",
            "[Dense(100, activation: Activation.Tanh)]"),
        ["Qualified"] = new(
            "NETGEN101",
            "Use ReLU with HeNormal in the hidden layers",
            "[NetGen.NeuralNetwork, NetGen.Input(100), global::NetGen.Dense(100, NetGen.Activation.Sigmoid, Initializer = NetGen.Initializer.Normal), NetGen.Dense(10), NetGen.Loss(NetGen.Loss.SoftmaxCrossEntropy)] partial class Net;",
            "[NetGen.NeuralNetwork, NetGen.Input(100), global::NetGen.Dense(100, NetGen.Activation.Relu), NetGen.Dense(10), NetGen.Loss(NetGen.Loss.SoftmaxCrossEntropy)] partial class Net;"),
        ["UnitsChange"] = new(
            "NETGEN114",
            "Widen the hidden layers by a factor of 3.8",
            "using NetGen;\n[NeuralNetwork]\n[Input(2, Mean = 0, StandardDeviation = 1)]\n[Dense(4, Activation.Relu)]\n[Dense(units: 4, Activation.Relu)] // second\n[Dense(2 * 2, Activation.Relu)]\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(2, Mean = 0, StandardDeviation = 1)]\n[Dense(16, Activation.Relu)]\n[Dense(units: 16, Activation.Relu)] // second\n[Dense(16, Activation.Relu)]\n[Dense(1)]\n[Loss(Loss.BinaryCrossEntropy)]\npartial class Net;\n"),
        ["InputIsScaled"] = new(
            "NETGEN108",
            "Scale the inputs to 0..1",
            "using NetGen;\n[NeuralNetwork]\n[Input(784, Min = 0, Max = 255)] // pixels\n[Dense(300, Activation.Sigmoid)]\n[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(784, Min = 0, Max = 255, Scale = 1.0 / 255)] // pixels\n[Dense(300, Activation.Sigmoid)]\n[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;\n"),
        ["InputIsStandardized"] = new(
            "NETGEN108",
            "Standardize the inputs",
            "using NetGen;\n[NeuralNetwork]\n[Input(100, Mean = 50, StandardDeviation = 100)]\n[Dense(100, Activation.Sigmoid)]\n[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(100, Mean = 50, StandardDeviation = 100, Scale = 0.01, Shift = -0.5)]\n[Dense(100, Activation.Sigmoid)]\n[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;\n"),
        ["LayerIsAdded"] = new(
            "NETGEN304",
            "Add [Flatten] before Dense1",
            "using NetGen;\n[NeuralNetwork]\n[Input(4, 4, 3, Mean = 0, StandardDeviation = 1)]\n[Dropout(0.1)]\n// hidden\n[Dense(20, Activation.Relu, TileRows = 2 /* few */)] // first\n[Dense(5)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(4, 4, 3, Mean = 0, StandardDeviation = 1)]\n[Dropout(0.1)]\n// hidden\n[Flatten]\n[Dense(20, Activation.Relu, TileRows = 2 /* few */)] // first\n[Dense(5)]\npartial class Net;\n"),
        ["LayerIsAddedInAList"] = new(
            "NETGEN304",
            "Add [Flatten] before Dense1",
            "[NetGen.NeuralNetwork, NetGen.Input(4, 4, 3, Mean = 0, StandardDeviation = 1), NetGen.Dense(20, NetGen.Activation.Relu), NetGen.Flatten, NetGen.Dense(5)] partial class Net;",
            "[NetGen.NeuralNetwork, NetGen.Input(4, 4, 3, Mean = 0, StandardDeviation = 1), NetGen.Flatten, NetGen.Dense(20, NetGen.Activation.Relu), NetGen.Flatten, NetGen.Dense(5)] partial class Net;"),
        ["NewPropertiesStay"] = Saturated(
            Glorot,
            "[Dense(100, Activation.Sigmoid, TileRows = 4 /* tall */, Initializer = Initializer.Normal, TileVectors = 2)]",
            "[Dense(100, Activation.Sigmoid, TileRows = 4 /* tall */, TileVectors = 2)]"),
        ["LossChanges"] = new(
            "NETGEN201",
            "Use BinaryCrossEntropy",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(1)]\n[Loss(/* one class */ Loss.SoftmaxCrossEntropy)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(1)]\n[Loss(/* one class */ Loss.BinaryCrossEntropy)]\npartial class Net;\n"),
        ["LossIsAdded"] = new(
            "NETGEN207",
            "Use BinaryCrossEntropy, which takes logits, and GlorotUniform in Dense1",
            "using NetGen;\n\npartial class Outer\n{\n    [NeuralNetwork]\n    [Input(100, Mean = 0, StandardDeviation = 1)]\n    [Dense(1, Initializer = Initializer.Normal, StandardDeviation = 0.4)]\n    // squashed\n    [Activation(Activation.Sigmoid)]\n    partial class Net;\n}\n",
            "using NetGen;\n\npartial class Outer\n{\n    [NeuralNetwork]\n    [Input(100, Mean = 0, StandardDeviation = 1)]\n    [Dense(1)]\n    // squashed\n    [Loss(Loss.BinaryCrossEntropy)]\n    partial class Net;\n}\n"),
        ["ActivationGoes"] = new(
            "NETGEN202",
            "Remove the softmax",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(3, Activation.Softmax, Name = \"Out\")]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(3, Name = \"Out\")]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;\n"),
        ["LayerGoes"] = new(
            "NETGEN202",
            "Remove the softmax",
            "using NetGen;\nnamespace N\n{\n    [NeuralNetwork]\n    [Input(4)]\n    [Dense(3)] // logits\n    [Activation(Activation.Softmax)] // twice\n    [Loss(Loss.SoftmaxCrossEntropy)]\n    partial class Net;\n}\n",
            "using NetGen;\nnamespace N\n{\n    [NeuralNetwork]\n    [Input(4)]\n    [Dense(3)] // logits\n    [Loss(Loss.SoftmaxCrossEntropy)]\n    partial class Net;\n}\n"),
        ["ActivationIsAdded"] = new(
            "NETGEN301",
            "Use Relu in Dense1",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, UseBias = false), Dense(5)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, Activation.Relu, UseBias = false), Dense(5)] partial class Net;"),
        ["ActivationIsAddedToNamedUnits"] = new(
            "NETGEN301",
            "Use Tanh in Dense1",
            "using NetGen; [NeuralNetwork, Input(20), Dense(units: 20), Dense(5)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(20), Dense(units: 20, activation: Activation.Tanh), Dense(5)] partial class Net;"),
        ["OwnActivationGoes"] = new(
            "NETGEN302",
            "Remove the activation of Dense1",
            "using NetGen; struct Half : IActivation { public static float Apply(float z) => z / 2; public static float Derivative(float z) => .5f; } [NeuralNetwork, Input(20), Dense<Half>(20), Activation(Activation.Relu), Dense(5)] partial class Net;",
            "using NetGen; struct Half : IActivation { public static float Apply(float z) => z / 2; public static float Derivative(float z) => .5f; } [NeuralNetwork, Input(20), Dense(20), Activation(Activation.Relu), Dense(5)] partial class Net;"),
        ["BiasGoes"] = new(
            "NETGEN110",
            "Start the biases of Dense1 at zero",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, Activation.Relu, BiasInitializer = Initializer.Constant, BiasValue = -3), Dense(5)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, Activation.Relu), Dense(5)] partial class Net;"),
        ["LearningRateIsSet"] = new(
            "NETGEN203",
            "Use the learning rate 0.01",
            "using NetGen; [NeuralNetwork, Input(50), Dense(50), Training<Adam>(LearningRate = 0.03f)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(50), Dense(50), Training<Adam>(LearningRate = 0.01)] partial class Net;"),
        ["CentredLogistic"] = new(
            "NETGEN107",
            "Use CentredLogistic after logistic units",
            "using NetGen; [NeuralNetwork, Input(784), Dense(300, Activation.Sigmoid), Dense(100, Activation.Sigmoid, UseBias = false), Dense(10), Loss(Loss.SoftmaxCrossEntropy)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(784), Dense(300, Activation.Sigmoid), Dense(100, Activation.Sigmoid, Initializer = Initializer.CentredLogistic), Dense(10, Initializer = Initializer.CentredLogistic), Loss(Loss.SoftmaxCrossEntropy)] partial class Net;"),
        ["DropoutBecomesAlphaDropout"] = new(
            "NETGEN111",
            "Use AlphaDropout behind every SELU",
            "using NetGen;\n[NeuralNetwork]\n[Input(100, Mean = 0, StandardDeviation = 1)]\n[Dense(100, Activation.Selu)]\n[Dropout(0.1)] // a tenth\n[Dense(100, Activation.Selu)]\n[Dropout(rate: 0.2, Name = \"Drop\")]\n[Dense(10)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(100, Mean = 0, StandardDeviation = 1)]\n[Dense(100, Activation.Selu)]\n[AlphaDropout(0.1)] // a tenth\n[Dense(100, Activation.Selu)]\n[AlphaDropout(rate: 0.2, Name = \"Drop\")]\n[Dense(10)]\npartial class Net;\n"),
        ["RatesFall"] = new(
            "NETGEN208",
            "Drop 50% in Dropout1",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, Activation.Relu), Dropout(0.6), Dense(5)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, Activation.Relu), Dropout(0.5), Dense(5)] partial class Net;"),
        ["DropoutGoes"] = new(
            "NETGEN208",
            "Remove Dropout1",
            "using NetGen;\n[NeuralNetwork]\n[Input(20)]\n[Dense(20, Activation.Relu)]\n[Dense(5)]\n[Dropout(0.2)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(20)]\n[Dense(20, Activation.Relu)]\n[Dense(5)]\npartial class Net;\n"),
        ["DropoutMoves"] = new(
            "NETGEN303",
            "Put Dropout1 behind BatchNormalization1",
            "using NetGen;\n[NeuralNetwork]\n[Input(20)]\n[Dense(20, Activation.Relu)]\n[Dropout(0.2)]\n[BatchNormalization(Momentum = 0.2)] // slow\n[Dense(5)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(20)]\n[Dense(20, Activation.Relu)]\n[BatchNormalization(Momentum = 0.2)] // slow\n[Dropout(0.2)]\n[Dense(5)]\npartial class Net;\n"),
        ["BiasesGo"] = new(
            "NETGEN303",
            "Set UseBias = false in every such layer",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20), BatchNormalization, Activation(Activation.Relu), Dense(20, BiasInitializer = Initializer.Ones), BatchNormalization, Activation(Activation.Relu), Dense(5)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(20), Dense(20, UseBias = false), BatchNormalization, Activation(Activation.Relu), Dense(20, UseBias = false), BatchNormalization, Activation(Activation.Relu), Dense(5)] partial class Net;"),
        ["NormalizationChanges"] = new(
            "NETGEN119",
            "Use LayerNormalization in place of every BatchNormalization",
            "using NetGen;\n[NeuralNetwork]\n[Input(64, Mean = 0, StandardDeviation = 1)]\n" + Repeat("[Dense(64, UseBias = false), BatchNormalization(Momentum = 0.2, Epsilon = 1e-4), Activation(Activation.Relu)]\n", 18) + "[Dense(5)]\npartial class Net;\n",
            "using NetGen;\n[NeuralNetwork]\n[Input(64, Mean = 0, StandardDeviation = 1)]\n" + Repeat("[Dense(64, UseBias = false), LayerNormalization(Epsilon = 0.0001), Activation(Activation.Relu)]\n", 18) + "[Dense(5)]\npartial class Net;\n"),
        ["FanModeIsNamed"] = new(
            "NETGEN117",
            "Keep the backward variance with FanMode.FanOut in Dense1",
            "using NetGen; using static NetGen.Initializer; [NeuralNetwork, Input(500), Dense(100, Activation.Tanh, Initializer = GlorotUniform), Dense(10)] partial class Net;",
            "using NetGen; using static NetGen.Initializer; [NeuralNetwork, Input(500), Dense(100, Activation.Tanh, Initializer = VarianceScaling, Mode = FanMode.FanOut, Distribution = Distribution.Uniform), Dense(10)] partial class Net;"),
    };

    private static string Repeat(string lines, int count) => string.Concat(Enumerable.Repeat(lines, count));

    private static EditCase Saturated(string title, string before, string after, string last = "[Dense(10)]")
    {
        const string Head = "using NetGen;\n\n/// <summary>Digits.</summary>\n[NeuralNetwork]\n[Input(100, Mean = 0, StandardDeviation = 1)]\n";
        const string Tail = "\n[Loss(Loss.SoftmaxCrossEntropy)]\npublic partial class Net;\n";
        return new("NETGEN101", title, Head + before + "\n[Dense(10)]" + Tail, Head + after + "\n" + last + Tail);
    }
}

namespace NetGen.Generators.Tests.CodeFixes;

/// <summary>What each fix does.</summary>
internal static class FixCases
{
    private const string Start = "using NetGen;\n\n/// <summary>Digits.</summary>\n";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, FixCase> All { get; } = new Dictionary<string, FixCase>
    {
        ["Partial"] = new(
            "NETGEN001",
            "Make 'Net' partial",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public sealed /* one */ class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public sealed /* one */ partial class Net;"),
        ["PartialWithoutModifiers"] = new(
            "NETGEN001",
            "Make 'Net' partial",
            Start + "[NeuralNetwork, Input(4), Dense(3)]\n// the net\nclass Net;",
            Start + "[NeuralNetwork, Input(4), Dense(3)]\n// the net\npartial class Net;"),
        ["PartialContainer"] = new(
            "NETGEN002",
            "Make 'Outer' partial",
            "using NetGen; public readonly struct Outer { [NeuralNetwork, Input(4), Dense(3)] private partial class Net; }",
            "using NetGen; public readonly partial struct Outer { [NeuralNetwork, Input(4), Dense(3)] private partial class Net; }"),
        ["Static"] = new(
            "NETGEN004",
            "Remove 'static'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)]\n// shared\nstatic partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)]\n// shared\npartial class Net;"),
        ["Abstract"] = new(
            "NETGEN004",
            "Remove 'abstract'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public abstract partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net;"),
        ["Record"] = new(
            "NETGEN005",
            "Make 'Net' a class",
            Start + "[NeuralNetwork, Input(4), Dense(3)]\npublic sealed partial record Net;",
            Start + "[NeuralNetwork, Input(4), Dense(3)]\npublic sealed partial class Net;"),
        ["RecordStruct"] = new(
            "NETGEN005",
            "Make 'Net' a class",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public readonly partial record struct Net { }",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net { }"),
        ["Struct"] = new(
            "NETGEN005",
            "Make 'Net' a class",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public readonly ref partial struct Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net;"),
        ["File"] = new(
            "NETGEN006",
            "Remove 'file'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] file sealed partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] sealed partial class Net;"),
        ["NeuralNetwork"] = new(
            "NETGEN008",
            "Add [NeuralNetwork]",
            Start + "[Input(4)] // pixels\n[Dense(3)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(4)] // pixels\n[Dense(3)]\npartial class Net;"),
        ["NeuralNetworkQualified"] = new(
            "NETGEN008",
            "Add [NeuralNetwork]",
            "namespace N\n{\n    [System.Obsolete]\n    [global::NetGen.Input(4), global::NetGen.Dense(3)]\n    partial class Net;\n}",
            "namespace N\n{\n    [System.Obsolete]\n    [global::NetGen.NeuralNetwork]\n    [global::NetGen.Input(4), global::NetGen.Dense(3)]\n    partial class Net;\n}"),
        ["Required"] = new(
            "NETGEN009",
            "Remove 'required'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net { internal required int Label; }",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net { internal int Label; }"),
        ["Input"] = new(
            "NETGEN010",
            "Add [Input(1)], to be given the number of features",
            Start + "[NeuralNetwork]\n[Dense(3)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(1)]\n[Dense(3)]\npartial class Net;"),
        ["InputInList"] = new(
            "NETGEN010",
            "Add [Input(1)], to be given the number of features",
            "using NetGen; [NeuralNetwork, Dense(3), Dense(2)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(1), Dense(3), Dense(2)] partial class Net;"),
        ["InputAfterLayersBefore"] = new(
            "NETGEN010",
            "Add [Input(1)], to be given the number of features",
            "using NetGen; [NetGen.Dense(3)] [NeuralNetwork] partial class Net;",
            "using NetGen; [NetGen.Input(1)] [NetGen.Dense(3)] [NeuralNetwork] partial class Net;"),
        ["Layer"] = new(
            "NETGEN011",
            "Add [Dense(1)], to be given the number of units",
            Start + "[NeuralNetwork]\n    [Input(4)]\n    [Loss(Loss.Huber)]\npartial class Net;",
            Start + "[NeuralNetwork]\n    [Input(4)]\n    [Dense(1)]\n    [Loss(Loss.Huber)]\npartial class Net;"),
        ["LayerLast"] = new(
            "NETGEN011",
            "Add [Dense(1)], to be given the number of units",
            Start + "[NeuralNetwork]\n[Input(4)] // pixels\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(4)] // pixels\n[Dense(1)]\npartial class Net;"),
        ["Order"] = new(
            "NETGEN013",
            "Put the attributes in order",
            Start + "[NeuralNetwork]\n[Loss(Loss.Huber)] // robust\n[Dense(3)] // hidden\n[System.Obsolete]\n[Input(4)]\n[Dense(1)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(4)]\n[Dense(3)] // hidden\n[System.Obsolete]\n[Dense(1)]\n[Loss(Loss.Huber)] // robust\npartial class Net;"),
        ["OrderInList"] = new(
            "NETGEN013",
            "Put the attributes in order",
            "using NetGen; [Dense(3), NeuralNetwork, Input(4)] [Loss(Loss.Huber), Dense(1)] partial class Net;",
            "using NetGen; [Input(4), NeuralNetwork, Dense(3)] [Dense(1), Loss(Loss.Huber)] partial class Net;"),
        ["Repeated"] = new(
            "NETGEN014",
            "Remove [Input(5)]",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Input(5)]\n[Dense(3)]\npartial class Net;",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(3)]\npartial class Net;"),
        ["RepeatedInList"] = new(
            "NETGEN014",
            "Remove [Loss(Loss.Huber)]",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3), Loss(Loss.Huber), Loss(Loss.Huber)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3), Loss(Loss.Huber)] partial class Net;"),
        ["DuplicateName"] = new(
            "NETGEN018",
            "Name the layer 'Hidden4'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Hidden2\"), Dense(3, Name = \"Hidden2\"), Dense(3, Name = \"Hidden3\")] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Hidden2\"), Dense(3, Name = \"Hidden4\"), Dense(3, Name = \"Hidden3\")] partial class Net;"),
        ["DuplicateDefaultName"] = new(
            "NETGEN018",
            "Name the layer 'Dense3'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Dense2\"), Dense(3)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Dense2\"), Dense(3, Name = \"Dense3\")] partial class Net;"),
        ["InvalidName"] = new(
            "NETGEN019",
            "Name the layer 'Hidden1'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Activation.Relu, Name = \"Hidden 1\" /* the first */, UseBias = false)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Activation.Relu, Name = \"Hidden1\" /* the first */, UseBias = false)] partial class Net;"),
        ["EmptyName"] = new(
            "NETGEN019",
            "Name the layer 'Activation'",
            "using NetGen; [NeuralNetwork, Input(4), Activation(Activation.Relu, Name = \"\")] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Activation(Activation.Relu, Name = \"Activation\")] partial class Net;"),
        ["NumberName"] = new(
            "NETGEN019",
            "Name the layer 'Dense64'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(64, Name = \"64\")] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(64, Name = \"Dense64\")] partial class Net;"),
        ["TakenName"] = new(
            "NETGEN020",
            "Name the layer 'Input2'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Input\")] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Input2\")] partial class Net;"),
        ["TakenDefaultName"] = new(
            "NETGEN020",
            "Name the layer 'Activation2'",
            "using NetGen; struct Half : IActivation { public static float Apply(float z) => z / 2; public static float Derivative(float z) => .5f; } [NeuralNetwork, Input(4), Activation<Half>] partial class Net { int Activation1 => 1; }",
            "using NetGen; struct Half : IActivation { public static float Apply(float z) => z / 2; public static float Derivative(float z) => .5f; } [NeuralNetwork, Input(4), Activation<Half>(Name = \"Activation2\")] partial class Net { int Activation1 => 1; }"),
        ["Underscore"] = new(
            "NETGEN020",
            "Name the layer 'hidden'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"_hidden\")] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"hidden\")] partial class Net;"),
        ["LastProperty"] = new(
            "NETGEN022",
            "Remove 'Alpha'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Activation.Relu, Alpha = .1)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Activation.Relu)] partial class Net;"),
        ["MiddleProperty"] = new(
            "NETGEN022",
            "Remove 'Alpha'",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(\n    3,\n    Alpha = .1,\n    UseBias = false)]\npartial class Net;",
            "using NetGen;\n[NeuralNetwork]\n[Input(4)]\n[Dense(\n    3,\n    UseBias = false)]\npartial class Net;"),
        ["OnlyRange"] = new(
            "NETGEN023",
            "Remove 'Max'",
            "using NetGen; [NeuralNetwork, Input(4, Max = 16), Dense(3)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["Range"] = new(
            "NETGEN024",
            "Remove 'Gain'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Gain = -2)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["Infinity"] = new(
            "NETGEN025",
            "Remove 'Shift'",
            "using NetGen; [NeuralNetwork, Input(4, Shift = 1 / 0.0), Dense(3)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["Undefined"] = new(
            "NETGEN026",
            "Remove 'Initializer'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Initializer = (Initializer)77)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["Centred"] = new(
            "NETGEN029",
            "Remove 'Initializer'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Initializer = Initializer.CentredLogistic)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["Bias"] = new(
            "NETGEN030",
            "Remove 'BiasInitializer'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, BiasInitializer = Initializer.HeNormal)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["ExactGain"] = new(
            "NETGEN031",
            "Remove 'Gain'",
            "using NetGen; [NeuralNetwork, Input(4), Activation(Activation.Softmax), Dense(3, Gain = Gain.Exact)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Activation(Activation.Softmax), Dense(3)] partial class Net;"),
        ["EndWithoutBegin"] = new(
            "NETGEN033",
            "Remove [EndResidual(Name = \"End\")]",
            Start + "[NeuralNetwork]\n[Input(4)]\n[Dense(4)]\n// the end\n[EndResidual(Name = \"End\")]\n[Dense(3)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(4)]\n[Dense(4)]\n// the end\n[Dense(3)]\npartial class Net;"),
        ["BeginWithoutEnd"] = new(
            "NETGEN034",
            "Add [EndResidual] after the last layer",
            Start + "[NeuralNetwork]\n[Input(4)]\n[BeginResidual]\n[Dense(9)]\n[Dense(4)] // last\n[Loss(Loss.Huber)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(4)]\n[BeginResidual]\n[Dense(9)]\n[Dense(4)] // last\n[EndResidual]\n[Loss(Loss.Huber)]\npartial class Net;"),
        ["BeginWithoutEndInABlock"] = new(
            "NETGEN034",
            "Add [EndResidual] after the last layer",
            "[NetGen.NetworkBlock, NetGen.BeginResidual, NetGen.Dense(9)] class Part;",
            "[NetGen.NetworkBlock, NetGen.BeginResidual, NetGen.Dense(9)] [NetGen.EndResidual] class Part;"),
        ["EmptyResidual"] = new(
            "NETGEN035",
            "Remove both brackets",
            Start + "[NeuralNetwork]\n[Input(4)]\n// around\n[BeginResidual]\n[EndResidual]\n[Dense(3)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(4)]\n// around\n[Dense(3)]\npartial class Net;"),
        ["EmptyResidualInOneList"] = new(
            "NETGEN035",
            "Remove both brackets",
            "using NetGen; [NeuralNetwork, Input(4), BeginResidual, EndResidual(Projection = true), Dense(3)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["EmptyResidualInAListOfItsOwn"] = new(
            "NETGEN035",
            "Remove both brackets",
            Start + "[NeuralNetwork, Input(4)]\n[BeginResidual, EndResidual]\n[Dense(3)] partial class Net;",
            Start + "[NeuralNetwork, Input(4)]\n[Dense(3)] partial class Net;"),
        ["Projection"] = new(
            "NETGEN036",
            "Set Projection = true",
            Start + "[NeuralNetwork, Input(4), BeginResidual]\n[Dense(9)]\n[EndResidual(Name = \"Wide\" /* why */)] // end\n[Dense(3)]\npartial class Net;",
            Start + "[NeuralNetwork, Input(4), BeginResidual]\n[Dense(9)]\n[EndResidual(Name = \"Wide\", Projection = true /* why */)] // end\n[Dense(3)]\npartial class Net;"),
        ["ProjectionThatIsFalse"] = new(
            "NETGEN036",
            "Set Projection = true",
            "using NetGen; [NeuralNetwork, Input(4), BeginResidual, Dense(9), EndResidual(Projection = false)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), BeginResidual, Dense(9), EndResidual(Projection = true)] partial class Net;"),
        ["Mark"] = new(
            "NETGEN038",
            "Mark 'Part' with [NetworkBlock]",
            "using NetGen;\n[NeuralNetwork, Input(4), Block<Part>] partial class Net;\n\n/// <summary>Part.</summary>\n[Dense(3)]\nclass Part;",
            "using NetGen;\n[NeuralNetwork, Input(4), Block<Part>] partial class Net;\n\n/// <summary>Part.</summary>\n[NetworkBlock]\n[Dense(3)]\nclass Part;"),
        ["BlockWithLoss"] = new(
            "NETGEN040",
            "Remove [Loss(Loss.Huber)]",
            "using NetGen; [NetworkBlock, Dense(3), Loss(Loss.Huber)] class Part;",
            "using NetGen; [NetworkBlock, Dense(3)] class Part;"),
        ["NetworkAndBlock"] = new(
            "NETGEN040",
            "Remove [NetworkBlock]",
            "using NetGen; [NeuralNetwork, NetworkBlock, Input(4), Dense(3)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class Net;"),
        ["BlockWithoutLayers"] = new(
            "NETGEN041",
            "Add [Dense(1)], to be given the number of units",
            "using NetGen;\n[NetworkBlock]\nclass Part;",
            "using NetGen;\n[NetworkBlock]\n[Dense(1)]\nclass Part;"),
        ["Scores"] = new(
            "NETGEN042",
            "Add [Flatten] before 'Dense2'",
            Start + "[NeuralNetwork]\n[Input(8, 8, 3)]\n[Dense(4, Activation.Relu)]\n// scores\n[Dense(10)]\n[Activation(Activation.Tanh)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;",
            Start + "[NeuralNetwork]\n[Input(8, 8, 3)]\n[Dense(4, Activation.Relu)]\n// scores\n[Flatten]\n[Dense(10)]\n[Activation(Activation.Tanh)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Net;"),
        ["RepeatedName"] = new(
            "NETGEN018",
            "Name the layer 'Part_2_'",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Part2\"), Block<Part>(Times = 3)] partial class Net; [NetworkBlock, Dense(3)] class Part;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"Part2\"), Block<Part>(Times = 3, Name = \"Part_2_\")] partial class Net; [NetworkBlock, Dense(3)] class Part;"),
        ["NumberWithComments"] = new(
            "NETGEN024",
            "Remove 'Epsilon'",
            "using NetGen; [NeuralNetwork, Input(4), BatchNormalization(Momentum = .2, /* small */ Epsilon = 0 /* none */, Name = \"Norm\"), Dense(3)] partial class Net;",
            "using NetGen; [NeuralNetwork, Input(4), BatchNormalization(Momentum = .2, /* small */ /* none */ Name = \"Norm\"), Dense(3)] partial class Net;"),
    };
}

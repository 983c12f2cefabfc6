using CsCheck;

namespace NetGen.Generators.Tests.Fuzzing;

/// <summary>
/// Random declarations: right ones, and ones with wrong sizes, numbers, orders, names, modifiers, members and types, some of them cut or scrambled as if
/// they were just being typed. Each is a file of its own in a namespace of its own, with two classes of blocks beside the network.
/// </summary>
internal static class DeclarationFuzzer
{
    private static readonly Gen<string> s_size = Gen.Frequency(
        (15, Gen.Int[1, 9].Select(static size => size.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (1, Words("0", "-1", "int.MaxValue", "int.MinValue", "262144", "262145", "65536", "1000000", "3.5", "\"8\"", "null", "default", "Missing", "1 << 20", "'a'", "")));

    private static readonly Gen<string> s_number = Gen.Frequency(
        (6, Words("1", "0.5", "2", "1f / 16", "1e-3", ".25")),
        (2, Words("0", "-1", "-0.0", "1e300", "1e-300", "1e-46", "double.NaN", "double.PositiveInfinity", "float.Epsilon", "double.MaxValue", "Gain.Exact", "\"1\"", "null", "Missing", "1 +", "")));

    private static readonly Gen<string> s_activation = Gen.Frequency(
        (10, Gen.Enum<Activation>().Select(static value => $"Activation.{value}")),
        (1, Words("(Activation)99", "(Activation)(-1)", "3", "Activation.", "Activation.Missing", "Activation", "null", "default", "Loss.Huber")));

    private static readonly Gen<string> s_initializer = Gen.Frequency(
        (10, Gen.Enum<Initializer>().Select(static value => $"Initializer.{value}")),
        (1, Words("(Initializer)77", "Initializer.", "0", "null")));

    private static readonly Gen<string> s_type = Words(
        "OwnTypes.Sine", "OwnTypes.BentIdentity", "OwnTypes.LogCosh", "OwnTypes.Ramp", "int", "string", "Missing", "object[]", "dynamic", "void", "System.Collections.Generic.List<>", "int*", "(int, int)", "");

    private static readonly Gen<string> s_name = Words(
        "\"Hidden\"", "\"Hidden\"", "\"class\"", "\"Dense1\"", "\"Predict\"", "\"two words\"", "\"\"", "null", "\"1st\"", "\"\\u00dcber\"", "\"e\\u0301\"", "\"@at\"", "\"Equals\"", "\"_x\"", "\"a;b\"", "\"\\u202e\"", "nameof(Missing)", "\"x");

    private static readonly Gen<string> s_layerProperty = Gen.OneOf(
        Named("Alpha", s_number),
        Named("Gain", s_number),
        Named("TileRows", Words("0", "1", "8", "12", "13", "-1", "int.MaxValue", "1.5", "")),
        Named("TileVectors", Words("0", "1", "3", "6", "7", "int.MinValue")),
        Named("StandardDeviation", s_number),
        Named("Limit", s_number),
        Named("Value", s_number),
        Named("Scale", s_number),
        Named("BiasStandardDeviation", s_number),
        Named("BiasLimit", s_number),
        Named("BiasValue", s_number),
        Named("Initializer", s_initializer),
        Named("Initializer", s_initializer),
        Named("BiasInitializer", s_initializer),
        Named("InitializerType", s_type.Select(static type => $"typeof({type})")),
        Named("BiasInitializerType", s_type.Select(static type => $"typeof({type})")),
        Named("Mode", Words("FanMode.FanIn", "FanMode.FanAverage", "(FanMode)9")),
        Named("Distribution", Words("Distribution.Normal", "Distribution.Uniform", "(Distribution)9")),
        Named("UseBias", Words("false", "true", "false", "0", "null")),
        Named("Name", s_name),
        Words("Missing = 1", "units: 3", "="));

    private static readonly Gen<string> s_inputProperty = Gen.OneOf(
        Named("Min", s_number),
        Named("Max", s_number),
        Named("Mean", s_number),
        Named("StandardDeviation", s_number),
        Named("Scale", s_number),
        Named("Shift", s_number));

    private static readonly Gen<string> s_input = Gen.Select(s_size.Array[1, 3], Some(s_inputProperty, 2), static (sizes, properties) => $"Input({string.Join(", ", sizes.Concat(properties))})");

    private static readonly Gen<string> s_rate = Gen.Frequency((6, Words("0", "0.1", "rate: .5", "0.999", ".25")), (1, s_number));

    private static readonly Gen<string> s_normalizationProperty = Gen.OneOf(Named("Epsilon", s_number), Named("Momentum", s_number), Named("Name", s_name));

    private static readonly Gen<string> s_layer = Gen.Frequency(
        (12, Gen.Select(s_size, s_activation, Some(s_layerProperty, 2), static (units, activation, properties) => $"Dense({string.Join(", ", properties.Prepend(activation).Prepend(units))})")),
        (3, s_size.Select(static units => $"Dense({units})")),
        (2, Gen.Select(s_type, s_size, Some(s_layerProperty, 1), static (type, units, properties) => $"Dense<{type}>({string.Join(", ", properties.Prepend(units))})")),
        (3, s_activation.Select(static activation => $"Activation({activation})")),
        (1, Gen.Select(s_type, s_name, static (type, name) => $"Activation<{type}>(Name = {name})")),
        (4, Gen.Select(Words("Dropout", "AlphaDropout", "GaussianNoise"), s_rate, Some(Named("Name", s_name), 1), static (kind, rate, properties) => $"{kind}({string.Join(", ", properties.Prepend(rate))})")),
        (4, Gen.Select(Words("BatchNormalization", "LayerNormalization", "RmsNormalization", "Flatten"), Some(s_normalizationProperty, 2), static (kind, properties) => $"{kind}({string.Join(", ", properties)})")));

    private static readonly Gen<string> s_end = Gen.Frequency(
        (8, Words("EndResidual", "EndResidual(Projection = true)", "EndResidual(Projection = true)", "EndResidual(Projection = true)")),
        (1, Gen.Select(Words("true", "false", "1", "null", ""), s_name, static (projection, name) => $"EndResidual(Projection = {projection}, Name = {name})")));

    private static readonly Gen<string> s_block = Gen.Select(
        Gen.Frequency((20, Words("Part", "Whole")), (1, Words("Net", "string", "int[]", "Missing", "Part<>", "System.Collections.Generic.List<Part>", ""))),
        Gen.Frequency((20, Words("", "Times = 2", "Times = 3")), (1, Words("Times = 0", "Times = -1", "Times = int.MaxValue", "Times = 1000", "Times = 1.5", "Times = "))),
        Some(Named("Name", s_name), 1),
        static (type, times, properties) => $"Block<{type}>({string.Join(", ", properties.Prepend(times).Where(static argument => argument.Length > 0))})");

    // A layer, a residual block around some, a repeated block, or a bracket that nothing closes or opens.
    private static readonly Gen<string[]> s_piece = Gen.Frequency(
        (24, s_layer.Select(static layer => (string[])[layer])),
        (3, Gen.Select(s_layer.Array[1, 3], s_end, static (layers, end) => (string[])["BeginResidual", .. layers, end])),
        (1, Gen.Select(s_layer.Array[1, 2], s_block, s_end, s_end, static (layers, block, inner, outer) => (string[])["BeginResidual", .. layers, "BeginResidual", block, inner, outer])),
        (3, s_block.Select(static block => (string[])[block])),
        (1, Words("BeginResidual", "EndResidual", "BeginResidual()", "EndResidual(", "NetworkBlock").Select(static bracket => (string[])[bracket])));

    private static readonly Gen<string[]> s_layers = s_piece.Array[1, 4].Select(static pieces => pieces.SelectMany(static piece => piece).ToArray());

    private static readonly Gen<string> s_network = Gen.Frequency((9, Gen.Const("NeuralNetwork")), (1, Words("NeuralNetwork(PrintGraph = true)", "NeuralNetwork()", "NeuralNetwork(PrintGraph = 1)")));

    private static readonly Gen<string> s_loss = Gen.Frequency(
        (6, Gen.Enum<Loss>().Select(static loss => $"Loss(Loss.{loss})")),
        (1, s_number.Select(static delta => $"Loss(Loss.Huber, Delta = {delta})")),
        (1, s_number.Select(static delta => $"Loss(Loss.MeanSquaredError, Delta = {delta})")),
        (1, s_type.Select(static type => $"Loss<{type}>")),
        (1, Words("Loss", "Loss()", "Loss((Loss)9)", "Loss(", "Loss(Activation.Relu)")));

    private static readonly Gen<string> s_training = Gen.Select(
        Words("Sgd", "Sgd", "Adam", "RmsProp", "RAdam", "Optimizer", "int", "Missing", ""),
        Some(Gen.OneOf(Named("LearningRate", s_number), Named("LearningRate", s_number), Named("Momentum", s_number), Named("Alpha", s_number), Named("Nesterov", Words("true", "1"))), 2),
        static (optimizer, properties) => $"Training<{optimizer}>({string.Join(", ", properties)})");

    // The right order, or what the dice say.
    private static readonly Gen<string[]> s_attributes = Gen.Frequency(
        (4, Gen.Select(s_network, s_input, s_layers, s_loss, static (network, input, layers, loss) => (string[])[network, input, .. layers, loss])),
        (1, Gen.Select(s_input, s_layers, s_loss, s_training, static (input, layers, loss, training) => (string[])["NeuralNetwork", input, .. layers, loss, training])),
        (2, Gen.Select(s_input, s_layers, static (input, layers) => (string[])["NeuralNetwork", input, .. layers])),
        (1, Gen.OneOf(s_input, s_layer, s_end, s_block, s_loss, s_training, Words("NetworkBlock", "BeginResidual", "NeuralNetwork", "NeuralNetwork", "System.Obsolete", "Missing", "return: Dense(3)", "assembly: Dense(3)", "Dense", "")).Array[0, 8]));

    private static readonly Gen<string> s_class = Gen.Frequency(
        (8, Words("public sealed partial class Net;", "internal partial class Net;", "partial class Net { public int Own; }", "public partial class @class;", "sealed partial class Übung;", "partial class e\u0301;")),
        (1, Words(
            "public sealed partial class Net : System.IDisposable { public void Dispose() { } }",
            "partial class Net { public Net(ulong seed) { } }",
            "partial class Net { public Net(int layers) { } }",
            "partial class Net { public void Predict(string text) { } int Dense1; }",
            "partial class Net { class Input; enum Output; int Parameters => 3; }",
            "partial class Net { public static Net operator +(Net a, Net b) => a; ~Net() { } }",
            "partial class Net(int number) { public int Number => number; }",
            "class Net;",
            "static partial class Net;",
            "abstract partial class Net;",
            "file partial class Net;",
            "partial record Net;",
            "partial struct Net;",
            "partial interface Net;",
            "partial class Net<T> where T : struct;",
            "enum Net { A }",
            "delegate void Net();",
            "partial class Predict;",
            "partial class Input;",
            "partial class NetGen;",
            "partial class System;",
            "partial class Net { } partial class Net { }",
            "partial class Net { } [NeuralNetwork] partial class Net { }",
            "partial class Net { } [Dense(3)] partial class Net { }",
            "partial class",
            "partial class Net {",
            "")));

    private static readonly Gen<(string Head, string Tail)> s_container = Gen.Frequency(
        (12, Gen.Const(("", ""))),
        (1, Gen.OneOf(
            ("public partial class Outer { ", " }"),
            ("partial struct Outer { partial record Inner { ", " } }"),
            ("partial interface IOuter { ", " }"),
            ("static partial class Outer { private ", " }"),
            ("class Outer { ", " }"),
            ("partial class Outer<T> { ", " }"),
            ("file partial class Outer { ", " }"),
            ("partial class Predict { ", " }"),
            ("partial class @class { ", " }"))));

    private static readonly Gen<Func<string, string>> s_mutation = Gen.Frequency(
        (5, Gen.Const<Func<string, string>>(static text => text)),
        (1, Gen.Double[0, 1].Select<double, Func<string, string>>(static at => text => text[..(int)(at * text.Length)])),
        (1, Gen.Select<double, int, Func<string, string>>(Gen.Double[0, 1], Gen.Int[1, 12], static (at, count) => text => text.Remove((int)(at * text.Length), Math.Min(count, text.Length - (int)(at * text.Length))))),
        (1, Gen.Select<double, string, Func<string, string>>(Gen.Double[0, 1], Words("(", ")", "[", "]", "{", "}", "<", ",", "\"", "=", "/*", "#if X", "\0", "\ud800", " Dense(", "int.MaxValue", "-", "@", ";", "\n"), static (at, token) => text => text.Insert((int)(at * text.Length), token))));

    /// <summary>The classes of the blocks, right most of the time; the second may use the first, and the first the second.</summary>
    private static readonly Gen<string> s_blocks = Gen.Frequency((3, Words(
        "[NetworkBlock, Dense(4, Activation.Tanh), Dropout(0.1)] sealed class Part;\n[NetworkBlock, BeginResidual, Block<Part>(Times = 2), EndResidual(Projection = true)] sealed class Whole;\n",
        "[NetworkBlock, RmsNormalization] sealed class Part;\n[NetworkBlock, BeginResidual, LayerNormalization, Block<Part>, EndResidual] sealed class Whole;\n")), (1, Gen.Select(
        Gen.Frequency((8, Gen.Const("NetworkBlock, ")), (1, Words("", "NetworkBlock, Input(3), ", "NetworkBlock, NeuralNetwork, "))),
        Gen.Frequency((8, s_layer.Array[1, 2]), (2, s_layers), (1, Gen.Const(Array.Empty<string>()))),
        s_layers,
        Words("sealed class", "sealed class", "abstract partial class", "file class", "static class", "record", "struct", "class Part; [Dense(3)] partial"),
        static (mark, first, second, keyword) => $"[{mark}{string.Join(", ", first.DefaultIfEmpty("System.Serializable"))}] sealed class Part;\n[NetworkBlock, {string.Join(", ", second)}] {keyword} Whole;\n")));

    /// <summary>A file. It has no namespace of its own yet: the name is the caller's to give.</summary>
    public static Gen<Func<string, string>> File { get; } = Gen.Select(
        s_attributes,
        s_class,
        s_container,
        s_mutation,
        Gen.Int[0, 5],
        s_blocks,
        static (attributes, type, container, mutate, form, blocks) =>
        {
            var lists = form == 0 ? $"[{string.Join(", ", attributes)}]\n" : string.Concat(attributes.Select(static attribute => $"[{attribute}]\n"));
            var body = mutate($"{container.Head}{lists}{type}{container.Tail}\n{blocks}");
            return (Func<string, string>)(form == 1
                ? name => $"using NetGen;\nnamespace {name};\n{body}"
                : name => $"namespace {name}\n{{\nusing NetGen;\n{body}}}\n");
        });

    private static Gen<string> Words(params string[] words) => Gen.OneOf(words);

    private static Gen<string> Named(string property, Gen<string> value) => value.Select(text => $"{property} = {text}");

    // None most of the time, so that enough declarations come out right.
    private static Gen<string[]> Some(Gen<string> item, int most) => Gen.Frequency((6, Gen.Const(Array.Empty<string>())), (1, item.Array[1, most]));
}

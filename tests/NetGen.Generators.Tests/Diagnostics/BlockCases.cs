namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN038 to NETGEN041, and what is said of layers inside of blocks.</summary>
internal static class BlockCases
{
    private const string Narrow = "\n[NetworkBlock]\n[BeginResidual]\n[Dense(8)]\n[[|EndResidual|]]\nclass Part;";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["NotMarked"] = new(
            "NETGEN038",
            RuleCase.After("[Block<[|Part|]>(Times = 2)]") + "class Part;",
            "'Part' cannot be repeated by block 'Part1' of 'Net', since it is not a class marked [NetworkBlock]: add [NetworkBlock] and layers to its declaration"),
        ["NotAClass"] = new(
            "NETGEN038",
            RuleCase.After("[Block<[|int[]|]>(Name = \"Numbers\")]"),
            "'int[]' cannot be repeated by block 'Numbers' of 'Net', since it is not a class marked [NetworkBlock]: add [NetworkBlock] and layers to its declaration"),
        ["NotMarkedInside"] = new(
            "NETGEN038",
            RuleCase.After("[Block<Part>(Times = 3)]") + "[NetworkBlock, Block<[|string|]>] class Part;",
            "'string' cannot be repeated by block 'String1' of 'Part', since it is not a class marked [NetworkBlock]: add [NetworkBlock] and layers to its declaration"),
        ["ContainsItself"] = new(
            "NETGEN039",
            RuleCase.After("[Block<Part>]") + "[NetworkBlock, Dense(3), Block<[|Part|]>(Times = 2)] class Part;",
            "'Part' contains itself (Part -> Part), and its layers would have no end: remove the block or let it name another class"),
        ["ContainEachOther"] = new(
            "NETGEN039",
            RuleCase.After("[Block<A>]") + "[NetworkBlock, Block<B>] class A; [NetworkBlock, Block<[|C|]>] class B; [NetworkBlock, Dense(3), Block<[|B|]>] class C;",
            "'B' contains itself (B -> C -> B), and its layers would have no end: remove the block or let it name another class",
            "'C' contains itself (C -> B -> C), and its layers would have no end: remove the block or let it name another class"),
        ["WithInputAndLoss"] = new(
            "NETGEN040",
            RuleCase.After("[Block<Part>]") + "[NetworkBlock, [|Input(3)|], Dense(3), [|Loss(Loss.Huber)|], [|Training<Adam>|]] class Part;",
            "'Part' has [Input] beside [NetworkBlock], but a block is a part of networks that have input, loss and training of their own: remove [Input]",
            "'Part' has [Loss] beside [NetworkBlock], but a block is a part of networks that have input, loss and training of their own: remove [Loss]",
            "'Part' has [Training] beside [NetworkBlock], but a block is a part of networks that have input, loss and training of their own: remove [Training]"),
        ["AlsoANetwork"] = new(
            "NETGEN040",
            "using NetGen; [NeuralNetwork, [|NetworkBlock|], Input(4), Dense(3)] public partial class Net;",
            "'Net' has [NetworkBlock] beside [NeuralNetwork], but a block is a part of networks that have input, loss and training of their own: remove [NetworkBlock]"),
        ["WithoutLayers"] = new(
            "NETGEN041",
            RuleCase.After("[Block<Part>]") + "[[|NetworkBlock|]] class Part;",
            "The block 'Part' has no layer: add at least one, such as [Dense(10)]"),

        // What is wrong whatever the network is said where the block is declared, once.
        ["WrongByItself"] = new(
            "NETGEN024",
            RuleCase.After("[Block<Part>(Times = 3)]\n[Block<Part>]") + "[NetworkBlock, Dropout([|1|])] class Part;",
            "'rate' of layer 'Dropout1' of 'Part' is 1, but must be at least 0 and below 1: change it"),
        ["UnusedAndWrong"] = new(
            "NETGEN034",
            "using NetGen; [NetworkBlock, [|BeginResidual|], Dense(3)] class Part;",
            "[BeginResidual] of 'Part' opens a residual block that nothing closes: add [EndResidual] after the last layer of the block, on the same class"),
        ["SpreadOverDeclarations"] = new(
            "NETGEN012",
            RuleCase.After("[Block<Part>]") + "[NetworkBlock, Dense(3)] partial class Part; [[|Dense(4)|]] partial class Part;",
            "The attributes of 'Part' are spread over several partial declarations ([Dense] on one, [Dense] on another), which C# gives no order: move them all to one declaration"),
        ["UnreadableInside"] = new(
            "NETGEN015",
            RuleCase.After("[Block<Part>]") + "[NetworkBlock, [|Dense|]] class Part;",
            "[Dense] of 'Part' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments"),
        ["NamesInside"] = new(
            "NETGEN018",
            RuleCase.After("[Block<Part>(Times = 2)]") + "[NetworkBlock, Dense(3, Name = \"A\"), Dense(3, [|Name = \"A\"|])] class Part;",
            "Layers 1 and 2 of 'Part' are both named 'A', but names tell members and tensors apart: give one of them another Name"),

        // What is wrong in this network alone is said there as well, once for all repetitions.
        ["ShapesOfTheNetwork"] = new(
            "NETGEN036",
            RuleCase.After("[Dense(7)]\n[Block<Part>(Times = 2)]\n[Block<Part>]") + Narrow,
            "The residual block 'Part1.Residual1' of 'Net' receives 7, but its last layer gives 8, and the two are added: set Projection = true, or let the last layer of the block give 7 features"),
        ["ShapesOfTheSecondRepetition"] = new(
            "NETGEN036",
            RuleCase.After("[Block<Part>(Times = 3)]") + "[NetworkBlock, Block<Inner>, Dense(8)] class Part; [NetworkBlock, BeginResidual, Dense(3), [|EndResidual|]] class Inner;",
            "The residual block 'Part2.Inner1.Residual1' of 'Net' receives 8, but its last layer gives 3, and the two are added: set Projection = true, or let the last layer of the block give 8 features"),
        ["GainOfTheNetwork"] = new(
            "NETGEN031",
            RuleCase.Net("[Input(4)]\n[Dense(3, InitializerType = typeof(Mine))]\n[Dense(3, [|Gain = Gain.Exact|])]")
                + "public struct Mine : IInitializer { public static void Fill(System.Span<float> values, int fanIn, int fanOut, ref NetGen.Initialization.RandomStream random) { } }",
            "Gain.Exact of layer 'Dense2' of 'Net' cannot be computed: Gain.Exact needs the signal that Dense2 receives, which is not known: Dense1's weights come from Mine, whose variance is not declared; set Gain to a number such as Gain.Relu or remove it"),

        ["TimesOfZero"] = new(
            "NETGEN024",
            RuleCase.After("[Block<Part>([|Times = 0|])]") + "[NetworkBlock, Dense(3)] class Part;",
            "'Times' of block 'Part1' of 'Net' is 0, but must be a whole number from 1 to 4,096: change it or remove it to have the default"),
        ["TimesTooLarge"] = new(
            "NETGEN024",
            RuleCase.After("[Block<Part>([|Times = int.MaxValue|], Name = \"Deep\")]") + "[NetworkBlock, Dense(3)] class Part;",
            "'Times' of block 'Deep1' of 'Net' is 2,147,483,647, but must be a whole number from 1 to 4,096: change it or remove it to have the default"),
        ["TooManyLayers"] = new(
            "NETGEN017",
            RuleCase.After("[Block<Whole>([|Times = 1000|])]") + "[NetworkBlock, Block<Part>(Times = 1000)] class Whole; [NetworkBlock, Dense(3), Activation(Activation.Tanh)] class Part;",
            "'Net' has more than 4,096 layers but at most 4,096 fit: declare fewer layers, or repeat blocks fewer times"),
        ["NameTaken"] = new(
            "NETGEN018",
            RuleCase.After("[Dense(3, Name = \"Part2\")]\n[[|Block<Part>(Times = 3)|]]") + "[NetworkBlock, Dense(3)] class Part;",
            "Layers 2 and 3 of 'Net' are both named 'Part2', but names tell members and tensors apart: give one of them another Name"),
        ["InvalidName"] = new(
            "NETGEN019",
            RuleCase.After("[Block<Part>(Times = 3, [|Name = \"a b\"|])]") + "[NetworkBlock, Dense(3)] class Part;",
            "The name 'a b1' of layer 2 of 'Net' cannot name a member of the class: use a C# identifier of letters, digits and underscores that starts with a letter, without '@' and invisible characters"),
        ["DeepBlocks"] = new("NETGEN017", DeepBlocks(), "'Net' has more than 64 blocks inside one another but at most 64 fit: let blocks follow one another"),

        ["Repeated"] = new("", RuleCase.After("[Block<Part>(Times = 40, Name = \"Deep\")]") + "[NetworkBlock, BeginResidual, LayerNormalization, Dense(3, Activation.Relu), EndResidual] internal sealed class Part;"),
        ["Nested"] = new("", RuleCase.After("[Block<Whole>(Times = 2)]\n[Block<Part>]") + "[NetworkBlock, Block<Part>(Times = 2), Dense(3)] sealed class Whole; [NetworkBlock, Dense(3, Activation.Relu)] sealed class Part;"),
        ["MembersInside"] = new("", RuleCase.After("[Block<Outer.Part>]", "int Inner;") + "static class Outer { [NetworkBlock, Dense(3, Name = \"Inner\"), Dense(3, Name = \"Predict\")] internal abstract partial class Part; partial class Part; }"),
        ["ResidualAround"] = new("", RuleCase.After("[BeginResidual]\n[Block<Part<int>>(Times = 2)]\n[EndResidual]") + "[NetworkBlock, Dense(3)] class Part<T>;"),
        ["Unused"] = new("", "using NetGen; [NetworkBlock, Dense(3), Dropout(0.1), Block<Other>] class Part; [NetworkBlock, Flatten] class Other;"),
        ["FlattenedByTheBlock"] = new("", RuleCase.Net("[Input(2, 2)]\n[Block<Part>]\n[Loss(Loss.SoftmaxCrossEntropy)]") + "[NetworkBlock, Flatten, BeginResidual, Dense(4), EndResidual] class Part;"),
    };

    /// <summary>A chain of 70 blocks: the error is at the one that is too far inside.</summary>
    private static string DeepBlocks() => RuleCase.After("[Block<B0>]")
        + string.Concat(Enumerable.Range(0, 70).Select(static number => FormattableString.Invariant($"\n[NetworkBlock, {(number == 63 ? "[|Block<B64>|]" : $"Block<B{number + 1}>")}] class B{number};")))
        + "\n[NetworkBlock, Dense(3)] class B70;";
}

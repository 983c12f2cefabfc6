namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Cases of NETGEN033 to NETGEN037.</summary>
internal static class ResidualCases
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["NotOpened"] = new(
            "NETGEN033",
            RuleCase.Net("[Input(4)]\n[Dense(4)]\n[[|EndResidual(Name = \"End\")|]]\n[Dense(3)]"),
            "[EndResidual] of 'Net' closes no residual block: remove it, or add [BeginResidual] before the first layer of the block"),
        ["ClosedTwice"] = new(
            "NETGEN033",
            RuleCase.Net("[Input(4)]\n[BeginResidual, Dense(4), EndResidual, [|EndResidual|]]"),
            "[EndResidual] of 'Net' closes no residual block: remove it, or add [BeginResidual] before the first layer of the block"),
        ["NotClosed"] = new(
            "NETGEN034",
            RuleCase.Net("[Input(4)]\n[[|BeginResidual|]]\n[Dense(4)]"),
            "[BeginResidual] of 'Net' opens a residual block that nothing closes: add [EndResidual] after the last layer of the block, on the same class"),
        ["OuterNotClosed"] = new(
            "NETGEN034",
            RuleCase.Net("[Input(4)]\n[[|BeginResidual|]]\n[Dense(4)]\n[BeginResidual]\n[Dense(4)]\n[EndResidual]"),
            "[BeginResidual] of 'Net' opens a residual block that nothing closes: add [EndResidual] after the last layer of the block, on the same class"),
        ["Empty"] = new(
            "NETGEN035",
            RuleCase.Net("[Input(4)]\n[BeginResidual]\n[[|EndResidual|]]\n[Dense(3)]"),
            "A residual block of 'Net' has no layer between its brackets and would only double what it receives: add a layer or remove both brackets"),
        ["EmptyInside"] = new(
            "NETGEN035",
            RuleCase.Net("[Input(4)]\n[BeginResidual, BeginResidual, [|EndResidual(Projection = true)|], EndResidual]\n[Dense(3)]"),
            "A residual block of 'Net' has no layer between its brackets and would only double what it receives: add a layer or remove both brackets"),
        ["OtherFeatures"] = new(
            "NETGEN036",
            RuleCase.Net("[Input(64)]\n[BeginResidual]\n[Dense(32)]\n[[|EndResidual|]]\n[Dense(3)]"),
            "The residual block 'Residual1' of 'Net' receives 64, but its last layer gives 32, and the two are added: set Projection = true, or let the last layer of the block give 64 features"),
        ["OtherFeaturesInside"] = new(
            "NETGEN036",
            RuleCase.Net("[Input(5, 8)]\n[BeginResidual]\n[BeginResidual]\n[Dense(9)]\n[[|EndResidual(Projection = false, Name = \"Inner\")|]]\n[Dense(8)]\n[EndResidual]"),
            "The residual block 'Inner' of 'Net' receives 5x8, but its last layer gives 5x9, and the two are added: set Projection = true, or let the last layer of the block give 8 features"),
        ["OtherRank"] = new(
            "NETGEN037",
            RuleCase.Net("[Input(8, 16)]\n[BeginResidual]\n[Flatten]\n[Dense(16)]\n[[|EndResidual|]]"),
            "The residual block 'Residual1' of 'Net' receives 8x16, but its last layer gives 16, and no projection makes one of the other, since it acts on the last axis alone: move what changes the other axes out of the block"),
        ["OtherRankWithProjection"] = new(
            "NETGEN037",
            RuleCase.Net("[Input(8, 16)]\n[BeginResidual]\n[Flatten]\n[EndResidual([|Projection = true|])]\n[Dense(3)]"),
            "The residual block 'Residual1' of 'Net' receives 8x16, but its last layer gives 128, and no projection makes one of the other, since it acts on the last axis alone: move what changes the other axes out of the block"),
        ["DuplicateName"] = new(
            "NETGEN018",
            RuleCase.Net("[Input(4)]\n[BeginResidual]\n[Dense(4, Name = \"A\")]\n[EndResidual([|Name = \"A\"|])]"),
            "Layers 1 and 2 of 'Net' are both named 'A', but names tell members and tensors apart: give one of them another Name"),
        ["TooDeep"] = new(
            "NETGEN017",
            RuleCase.Net("[Input(4)]\n" + Repeat("[BeginResidual]\n", 64) + "[[|BeginResidual|]]\n[Dense(4)]\n" + Repeat("[EndResidual]\n", 65)),
            "'Net' has more than 64 blocks inside one another but at most 64 fit: let blocks follow one another"),

        ["Nested"] = new("", RuleCase.Net("[Input(4)]\n[BeginResidual]\n[Dense(4)]\n[BeginResidual]\n[Dense(4, Activation.Tanh)]\n[EndResidual]\n[EndResidual]\n[Dense(3)]")),
        ["Projected"] = new("", RuleCase.Net("[Input(3, 4)]\n[BeginResidual]\n[Dense(7)]\n[EndResidual(Projection = true, Name = \"Wider\")]")),
        ["ProjectedThoughAlike"] = new("", RuleCase.Net("[Input(4)]\n[BeginResidual]\n[Dense(4)]\n[EndResidual(Projection = true)]")),
        ["AsDeepAsCanBe"] = new("", RuleCase.Net("[Input(4)]\n" + Repeat("[BeginResidual]\n", 64) + "[Dense(4)]\n" + Repeat("[EndResidual]\n", 64))),
        ["WrongInside"] = new(
            "NETGEN016",
            RuleCase.Net("[Input(4)]\n[BeginResidual]\n[Dense([|0|])]\n[EndResidual]\n[Dense(3)]"),
            "'units' of layer 'Dense1' of 'Net' is 0, but a size must be at least 1: give it the number of values or units meant"),
    };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}

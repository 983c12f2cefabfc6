using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generators.Tests.Diagnostics;
using Xunit;

namespace NetGen.Generators.Tests.CodeFixes;

/// <summary>Fixes in a real workspace: the text they give is pinned, compiles and breaks no rule.</summary>
public sealed class CodeFixTests
{
    /// <summary>Code that fixes nothing of itself: the error is the user's to mend.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "NETGEN005", "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial record Net(int N);" },
        { "NETGEN005", "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial interface Net;" },
        { "NETGEN009", "using NetGen; [NeuralNetwork, Input(4), Dense(3)] public partial class Net(int n) { public int N => n; }" },
        { "NETGEN026", "using NetGen; [NeuralNetwork, Input(4), Dense(3, (Activation)99)] public partial class Net;" },
        { "NETGEN024", "using NetGen; [NeuralNetwork, Input(4), Dropout(2), Dense(3)] public partial class Net;" },
        { "NETGEN037", "using NetGen; [NeuralNetwork, Input(4, 4), BeginResidual, Flatten, EndResidual, Dense(3)] public partial class Net;" },
        { "NETGEN038", "using NetGen; [NeuralNetwork, Input(4), Block<string>, Dense(3)] public partial class Net;" },
        { "NETGEN042", "using NetGen; [NeuralNetwork, Input(4, 4), BeginResidual, Dense(4), EndResidual, Loss(Loss.SoftmaxCrossEntropy)] public partial class Net;" },
    };

    public static TheoryData<string> Cases => new(FixCases.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fix_GivesCleanCode(string name)
    {
        var declared = FixCases.All[name];
        using var workspace = new FixWorkspace(declared.Before);
        var action = Assert.Single(await workspace.OfferAsync(declared.Rule));
        Assert.Equal(declared.Title, action.Title);
        Assert.Equal([declared.After], await workspace.ApplyAsync(action));
        Assert.Empty(await workspace.AnalyzeAsync());
        Assert.Empty(await workspace.CompilerErrorsAsync());
    }

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOfferedWhereItWouldNotHelp(string rule, string source)
    {
        using var workspace = new FixWorkspace(source);
        Assert.Empty(await workspace.OfferAsync(rule));
    }

    [Fact]
    public async Task FixAll_RemovesEveryPropertyThatDoesNotApply()
    {
        using var workspace = new FixWorkspace(
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Alpha = 1, Limit = 2, UseBias = false, BiasLimit = 3), Loss(Loss.MeanSquaredError, Delta = 2)] partial class A;"
                + " [NeuralNetwork, Input(4), Dense(3, Value = 1)] partial class B;",
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Scale = 2, Mode = FanMode.FanOut)] partial class C;");
        var texts = await workspace.FixAllAsync("NETGEN022");
        Assert.Equal(
            [
                "using NetGen; [NeuralNetwork, Input(4), Dense(3, UseBias = false), Loss(Loss.MeanSquaredError)] partial class A; [NeuralNetwork, Input(4), Dense(3)] partial class B;",
                "using NetGen; [NeuralNetwork, Input(4), Dense(3)] partial class C;",
            ],
            texts);
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Fact]
    public async Task Mark_IsSetInTheFileOfTheClass()
    {
        using var workspace = new FixWorkspace(
            "using NetGen; [NeuralNetwork, Input(4), Dense(3), Block<Parts.Part>, Dense(2)] partial class Net;",
            "namespace Parts\n{\n    [NetGen.Dense(3)]\n    class Part;\n}\n");
        var texts = await workspace.ApplyAsync(Assert.Single(await workspace.OfferAsync("NETGEN038")));
        Assert.Equal("namespace Parts\n{\n    [NetGen.NetworkBlock]\n    [NetGen.Dense(3)]\n    class Part;\n}\n", texts[1]);
        Assert.Empty(await workspace.AnalyzeAsync());
        Assert.Empty(await workspace.CompilerErrorsAsync());
    }

    [Theory]
    [InlineData("class Part;", "[NetworkBlock]\nclass Part;")]
    [InlineData("static class Outer\n{\n    // a part\n    internal sealed class Part;\n}", "static class Outer\n{\n    // a part\n    [NetworkBlock]\n    internal sealed class Part;\n}")]
    public async Task Mark_IsSetOnAClassWithoutAttributes(string before, string after)
    {
        const string Net = "using NetGen;\nusing static Outer;\n[NeuralNetwork, Input(4), Block<Part>] partial class Net;\n";
        var outer = before.Contains("Outer", StringComparison.Ordinal) ? "" : "\nstatic class Outer;";
        using var workspace = new FixWorkspace(Net + before + outer);
        Assert.Equal([Net + after + outer], await workspace.ApplyAsync(Assert.Single(await workspace.OfferAsync("NETGEN038"))));
    }

    [Fact]
    public async Task FixAll_ClosesEveryResidualBlock()
    {
        using var workspace = new FixWorkspace(
            "using NetGen; [NeuralNetwork, Input(4), BeginResidual, Dense(4), BeginResidual, Dense(4), Loss(Loss.Huber)] partial class A;",
            "using NetGen; [NetworkBlock, BeginResidual, Dense(4)] class B;");
        await workspace.FixAllAsync("NETGEN034");
        Assert.Empty(await workspace.AnalyzeAsync());
        Assert.Empty(await workspace.CompilerErrorsAsync());
    }

    [Fact]
    public async Task FixAll_GivesNoNameTwice()
    {
        using var workspace = new FixWorkspace(
            "using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"H\"), Dense(3, Name = \"H\"), Dense(3, Name = \"H\"), Dense(3, Name = \"H3\")] partial class A;");
        var texts = await workspace.FixAllAsync("NETGEN018");
        Assert.Equal(
            ["using NetGen; [NeuralNetwork, Input(4), Dense(3, Name = \"H\"), Dense(3, Name = \"H2\"), Dense(3, Name = \"H4\"), Dense(3, Name = \"H3\")] partial class A;"],
            texts);
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Fact]
    public async Task FixAll_MakesNestedTypesPartial()
    {
        using var workspace = new FixWorkspace("using NetGen; class A { class B { [NeuralNetwork, Input(4), Dense(3)] partial class C; [NeuralNetwork, Input(4), Dense(3)] partial class D; } }");
        var texts = await workspace.FixAllAsync("NETGEN002");
        Assert.Equal(
            ["using NetGen; partial class A { partial class B { [NeuralNetwork, Input(4), Dense(3)] partial class C; [NeuralNetwork, Input(4), Dense(3)] partial class D; } }"],
            texts);
        Assert.Empty(await workspace.AnalyzeAsync());
    }

    [Fact]
    public async Task FixAll_RemovesRepeatedAttributes()
    {
        using var workspace = new FixWorkspace(
            "using NetGen; [NeuralNetwork, Input(4), Input(5), Input(6), Dense(3), Loss(Loss.Huber)]\n[Loss(Loss.Huber)]\npartial class A;");
        await workspace.FixAllAsync("NETGEN014");
        Assert.Empty(await workspace.AnalyzeAsync());
        Assert.Empty(await workspace.CompilerErrorsAsync());
    }

    [Fact]
    public void EveryFixableRule_ExistsAndIsTested()
    {
        var rules = Analyzers.Descriptors.Select(static rule => rule.Id).ToHashSet();
        foreach (var rule in FixWorkspace.Fixes.SelectMany(static fix => fix.FixableDiagnosticIds))
        {
            Assert.Contains(rule, rules);
            Assert.Contains(FixCases.All.Values, declared => declared.Rule == rule);
        }
    }

    [Fact]
    public void EveryFix_IsExportedForCSharp() => Assert.All(
        FixWorkspace.Fixes,
        static fix => Assert.Equal(["C#"], fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Editing;
using NetGen.CodeFixes;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.CodeFixes;

/// <summary>Changed networks in their attributes, where layers are inside of one another.</summary>
public sealed class DeclarationEditsTests
{
    private const string Source = """
        using NetGen;
        [NeuralNetwork]
        [Input(4)]
        // around
        [BeginResidual]
        [Dense(4, Activation.Tanh /* inside */, TileRows = 2)]
        [Dropout(0.5, Name = "Drop")]
        [EndResidual]
        [Block<Part>(Times = 2)]
        [Dense(3)]
        public sealed partial class Net;

        [NetworkBlock]
        [Dense(4, Activation.Tanh)]
        [Dropout(0.5)]
        public sealed class Part;
        """;

    [Fact]
    public void LayersBetweenBrackets_AreEditedWhereTheyAre() => Assert.Equal(
        Source
            .Replace("Activation.Tanh /* inside */, TileRows = 2", "global::NetGen.Activation.Relu /* inside */, TileRows = 2", StringComparison.Ordinal)
            .Replace("[Dropout(0.5, Name", "[AlphaDropout(0.25, Name", StringComparison.Ordinal),
        Edit(static step => step switch
        {
            DenseSpec { Name: "Dense1" } dense => dense with { Activation = new(ActivationKind.Relu), Weights = new(InitializerKind.HeNormal, IsDefault: true) },
            DropoutSpec { Name: "Drop" } => new AlphaDropoutSpec("Drop", step.Input, .25),
            _ => step,
        }));

    [Fact]
    public void LayersBetweenBrackets_AreRemoved() =>
        Assert.Equal(Source.Replace("[Dropout(0.5, Name = \"Drop\")]\n", "", StringComparison.Ordinal), Edit(static step => step.Name == "Drop" ? null : step));

    [Fact]
    public void NewLayers_GoBeforeTheOpeningBracket() => Assert.Equal(
        Source.Replace("// around\n", "// around\n[Flatten]\n", StringComparison.Ordinal).Replace("[Dense(3)]", "[LayerNormalization]\n[Dense(3)]", StringComparison.Ordinal),
        Edit(static network => network with
        {
            Layers = network.Layers.Items.Insert(3, new LayerNormalizationSpec("New", Shape.Of(4))).Insert(0, new FlattenSpec("First", Shape.Of(4))),
        }));

    /// <summary>The layers of a block may serve other networks, and brackets go in pairs.</summary>
    [Fact]
    public void ChangesThatTheClassDoesNotDeclare_AreNotWritten()
    {
        Assert.True(CanWrite(static network => network));
        Assert.True(CanWrite(static network => Change(network, static step => step.Name == "Drop" ? null : step)));
        Assert.False(CanWrite(static network => Change(network, static step => step.Name == "Residual1" ? null : step)));
        Assert.False(CanWrite(static network => Change(network, static step => step.Name == "Part2.Dropout1" ? null : step)));
        Assert.False(CanWrite(static network => Change(network, static step => step is DenseSpec { Name: "Part1.Dense1" } dense ? dense with { Activation = new(ActivationKind.Relu) } : step)));
        Assert.False(CanWrite(static network => network with { Layers = network.Layers.Items.Add(new FlattenSpec("Last", Shape.Of(3))) }));
        Assert.False(CanWrite(static network => network with
        {
            Layers = network.Layers.Items.SetItem(0, network.Layers[0] with { Body = network.Layers[0].Body.Items.Insert(0, new FlattenSpec("Inside", Shape.Of(4))) }),
        }));
    }

    /// <summary>A layer that receives another shape than before is declared as before.</summary>
    [Fact]
    public void ShapesThatFollow_AreNoChange() => Assert.True(CanWrite(static network => network with { Layers = LayerTree.WithInput(network.Layers, new Shape(new([2, 4]))) }));

    private static NetworkSpec Change(NetworkSpec network, Func<LayerSpec, LayerSpec?> change) =>
        network with { Layers = LayerTree.Change(network.Layers, (_, step) => change(step)) };

    private static string Edit(Func<LayerSpec, LayerSpec?> change) => Edit(network => Change(network, change));

    private static bool CanWrite(Func<NetworkSpec, NetworkSpec> change)
    {
        var (_, declared) = Read();
        return DeclarationEdits.CanWrite(declared, change(declared.Network));
    }

    private static string Edit(Func<NetworkSpec, NetworkSpec> change)
    {
        var (type, declared) = Read();
        var network = change(declared.Network);
        Assert.True(DeclarationEdits.CanWrite(declared, network));
        using var workspace = new AdhocWorkspace();
        var editor = new SyntaxEditor(type.SyntaxTree.GetRoot(TestContext.Current.CancellationToken), workspace.CurrentSolution.Services);
        DeclarationEdits.Apply(editor, type, declared, network, declared.Training, TestContext.Current.CancellationToken);
        return editor.GetChangedRoot().ToFullString();
    }

    private static (TypeDeclarationSyntax Type, DeclaredSignal Declared) Read()
    {
        var compilation = CompilationBuilder.Default.Build(Source);
        var type = compilation.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>().First();
        var symbol = compilation.GetTypeByMetadataName("Net")!;
        return (type, DeclaredSignal.Read(symbol, new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty).AnalyzerConfigOptionsProvider, TestContext.Current.CancellationToken)!);
    }
}

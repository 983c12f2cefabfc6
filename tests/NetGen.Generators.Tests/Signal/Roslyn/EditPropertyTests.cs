using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Editing;
using NetGen.CodeFixes;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Rules;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>What a fix writes into the attributes is, read again, the network that the rules have checked.</summary>
public sealed class EditPropertyTests(ITestOutputHelper output)
{
    private const int Networks = 150;

    [Fact]
    public void EveryFixOfRandomNetworks_IsReadAsTheNetworkThatWasChecked()
    {
        var options = new AnalyzerOptions([]).AnalyzerConfigOptionsProvider;
        var networks = NetworkGenerators.Draw(Networks, seed: 4).Select(static (drawn, index) => Prepared(drawn.Network, index)).ToList();
        var compilation = CompilationBuilder.Default.Build(networks.Select(DeclarationWriter.Write).Append(OwnTypes.Source));
        using var workspace = new AdhocWorkspace();
        var edited = new List<(string Source, NetworkSpec Expected, string Title)>();
        var read = 0;
        for (var index = 0; index < Networks; index++)
        {
            var tree = compilation.SyntaxTrees[index];
            var type = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>().Last();
            var symbol = (INamedTypeSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(type, TestContext.Current.CancellationToken)!;
            if (DeclaredSignal.Read(symbol, options, TestContext.Current.CancellationToken) is not { } declared)
            {
                // An exact gain behind weights of which nothing is known.
                continue;
            }

            read++;
            foreach (var diagnosis in Diagnosis.Of(declared.Network, declared.Training, declared.Thresholds))
            {
                Assert.DoesNotContain("NaN", diagnosis.Message, StringComparison.Ordinal);
                for (var rank = 0; rank < diagnosis.Fixes.Count; rank++)
                {
                    var change = new SignalChange(declared);
                    change.Mend(diagnosis.Finding, rank);
                    var editor = new SyntaxEditor(tree.GetRoot(TestContext.Current.CancellationToken), workspace.CurrentSolution.Services);
                    DeclarationEdits.Apply(editor, type, change, TestContext.Current.CancellationToken);
                    var space = string.Create(CultureInfo.InvariantCulture, $"Edited{edited.Count}");
                    var source = editor.GetChangedRoot().ToFullString().Replace($"namespace Random{index}\n", $"namespace {space}\n", StringComparison.Ordinal);

                    // The classes of blocks come along.
                    edited.Add((source.Replace($"{NetworkGenerators.Namespace}.", $"{space}.", StringComparison.Ordinal), change.Network, diagnosis.Fixes[rank].Title));
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"{edited.Count} fixes of {read} networks"));
        Assert.InRange(read, Networks / 2, Networks);
        Assert.True(edited.Count > Networks);
        var again = CompilationBuilder.Default.Build(edited.Select(static edit => edit.Source).Append(OwnTypes.Source));
        for (var index = 0; index < edited.Count; index++)
        {
            var (source, expected, title) = edited[index];
            var symbol = again.GetTypeByMetadataName(string.Create(CultureInfo.InvariantCulture, $"Edited{index}.Net"))!;
            var parsed = NetworkParser.Parse(symbol, TestContext.Current.CancellationToken);
            Assert.True(parsed.Errors.IsEmpty, $"{title}\n{source}");
            Assert.True(
                Comparable(expected) == Comparable(parsed.Declaration.ToSpec()!),
                $"{title}\n{Comparable(expected)}\n{Comparable(parsed.Declaration.ToSpec()!)}\n{source}");
        }
    }

    /// <summary>In a namespace of its own, and with some of the layers left to the default initializer.</summary>
    private static NetworkSpec Prepared(NetworkSpec network, int index) => network.WithEachWeighted(static dense => dense.FanOut % 3 == 0 ? dense.WithWeights(NetworkEdits.Matched(dense.Activation.Kind)) : dense) with
    {
        Type = new TypeSpec(string.Create(CultureInfo.InvariantCulture, $"Random{index}"), ImmutableArray<string>.Empty, "Net", "Net", "Net", true),
    };

    /// <summary>All that matters to a network: names may be counted anew, numbers are float32, and what is declared or left to defaults is the same in the end.</summary>
    private static string Comparable(NetworkSpec network) => string.Join(
        '\n',
        network.Layers.Select(Comparable)
            .Prepend(string.Join(' ', network.Input.Shape, Number(network.Input.Scale), Number(network.Input.Shift), network.Input.Min, network.Input.Max, network.Input.Mean, network.Input.StandardDeviation))
            .Append($"{network.Loss.Kind} {Number(network.Loss.Delta)} {network.Loss.CustomType}"));

    private static string Comparable(LayerSpec layer)
    {
        var text = $"{layer.Kind} {layer.Input} {layer.Output} {layer.Activation.Kind} {Number(layer.Activation.Alpha)} {layer.Activation.CustomType}";
        if (layer is not DenseSpec dense)
        {
            return text;
        }

        var followsWeights = dense.Weights.Kind == InitializerKind.CentredLogistic && dense.Bias is { IsDefault: true };
        return $"{text} | {Comparable(dense.Weights)} | {(dense.Bias is null ? "none" : followsWeights ? "centred" : Comparable(dense.Bias))}";
    }

    private static string Comparable(InitializerSpec spec) => string.Join(
        ' ', spec.Kind, Number(spec.Gain), Number(spec.StandardDeviation), Number(spec.Limit), Number(spec.Value), Number(spec.Scale), spec.Mode, spec.Distribution, spec.CustomType);

    private static string Number(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);
}

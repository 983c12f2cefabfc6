using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Generators.Tests.Networks;

/// <summary>The parser against declarations written, without it, from random specifications.</summary>
public sealed class DeclarationTests
{
    private static readonly IReadOnlyList<NetworkCase> s_cases = NetworkGenerators.Draw(500, seed: 3);

    [Fact]
    public void Parse_ReadsBackWhatWasWritten()
    {
        var compilation = CompilationBuilder.Default.Build(s_cases.Select(static network => DeclarationWriter.Write(network.Network)).Prepend(OwnTypes.Source));
        foreach (var network in s_cases)
        {
            var parsed = NetworkParser.Parse(compilation.GetTypeByMetadataName(network.MetadataName)!, TestContext.Current.CancellationToken);
            Assert.True(parsed.Errors.IsEmpty, $"{parsed.Errors.FirstOrDefault()?.Descriptor.Title}\n{network}");
            var spec = parsed.Declaration.ToSpec();
            var expected = network.Network with { Type = network.Network.Type with { HintName = parsed.Declaration.Type.HintName } };
            Assert.True(expected == spec, $"{network}\nwas read as\n{spec}");
        }
    }

    [Fact]
    public void RandomNetworks_CoverWhatIsThere()
    {
        var layers = s_cases.SelectMany(static network => network.Network.Steps).ToList();
        var weighted = layers.OfType<WeightedLayerSpec>().ToList();
        Assert.Equal(Enum.GetValues<ActivationKind>().Order(), weighted.Select(static layer => layer.Activation.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<ActivationKind>().Order(), layers.Except(weighted).Select(static layer => layer.Activation.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<InitializerKind>().Order(), weighted.Select(static layer => layer.Weights.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<LossKind>().Order(), s_cases.Select(static network => network.Network.Loss.Kind).Distinct().Order());
        Assert.Equal([1, 2, 3], s_cases.Select(static network => network.Network.Input.Shape.Rank).Distinct().Order());
        Assert.Subset(s_cases.Select(static network => network.Network.Layers.Count).ToHashSet(), Enumerable.Range(1, 12).ToHashSet());
        Assert.Contains(weighted, static layer => layer.FanIn == layer.FanOut && layer.FanOut > 8);
        Assert.Contains(weighted, static layer => layer.Bias is null);
        Assert.Contains(s_cases, static network => network.Network.Input.IsRescaled);
        Assert.InRange(weighted.Max(static layer => layer.FanOut), 125, 130);
        Assert.InRange(s_cases.Max(static network => network.Samples), 257, 530);
        Assert.Contains(s_cases, static network => network.Samples == 1);
    }
}

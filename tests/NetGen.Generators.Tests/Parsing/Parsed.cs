using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>Runs the parser on source text.</summary>
internal static class Parsed
{
    /// <summary>The class of a metadata name in a file of its own.</summary>
    public static ParsedNetwork Network(string source, string metadataName = "Net") => NetworkParser.Parse(Symbol(source, metadataName), TestContext.Current.CancellationToken);

    /// <summary>What <c>[Input(4)]</c> and the given attributes declare; an error fails the test.</summary>
    public static NetworkSpec Spec(string attributes)
    {
        var parsed = Network(RuleCase.Net("[Input(4)]\n" + attributes));
        Assert.Empty(parsed.Errors);
        return parsed.Declaration.ToSpec()!;
    }

    /// <summary>The last layer of such a network.</summary>
    public static DenseSpec LastLayer(string attributes) => Assert.IsType<DenseSpec>(Spec(attributes).Layers[^1]);

    /// <summary>The symbol of a class in a file of its own.</summary>
    public static INamedTypeSymbol Symbol(string source, string metadataName = "Net")
    {
        var compilation = CompilationBuilder.Default.Build(source);
        var type = compilation.GetTypeByMetadataName(metadataName);
        Assert.NotNull(type);
        return type;
    }
}

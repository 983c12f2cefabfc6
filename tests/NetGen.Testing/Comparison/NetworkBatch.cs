using NetGen.Generators.Parsing;
using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;

namespace NetGen.Testing.Comparison;

/// <summary>Networks generated and compiled together, and compared one by one.</summary>
internal static class NetworkBatch
{
    /// <summary>Runs the generator over the declarations.</summary>
    /// <exception cref="CheckFailedException">The generator threw, or a declaration is refused.</exception>
    public static GeneratorRun Generate(IReadOnlyCollection<NetworkCase> cases)
    {
        var compilation = CompilationBuilder.Default.Build(cases.Select(static network => DeclarationWriter.Write(network.Network)).Prepend(OwnTypes.Source));
        foreach (var network in cases)
        {
            var parsed = NetworkParser.Parse(compilation.GetTypeByMetadataName(network.MetadataName)!, CancellationToken.None);
            if (!parsed.Errors.IsEmpty)
            {
                throw new CheckFailedException($"A declaration is refused, {parsed.Errors[0].Descriptor.Title} ({string.Join(", ", parsed.Errors[0].Arguments)}):\n{network}");
            }
        }

        return GeneratorHarness.Run(new Generators.NetworkGenerator(), compilation);
    }

    /// <summary>Draws parameters and data of networks, and interprets them.</summary>
    /// <param name="cases">The networks.</param>
    /// <param name="kinkMargin">See <see cref="NetworkCase.Draw"/>.</param>
    public static IEnumerable<DrawnCase> Draw(IEnumerable<NetworkCase> cases, double kinkMargin) =>
        cases.Select(network => new DrawnCase(network, network.Draw(new Interpreter(network.Network, OwnTypes.Functions), kinkMargin, out var expected), expected));

    /// <summary>Compiles and compares.</summary>
    /// <param name="run">From <see cref="Generate"/>, perhaps edited.</param>
    /// <param name="cases">The same networks.</param>
    public static IReadOnlyList<(NetworkCase Network, IReadOnlyList<Deviation> Deviations)> Compare(GeneratorRun run, IEnumerable<DrawnCase> cases)
    {
        using var loaded = EmittedAssembly.Load(run);
        return [.. cases.Select(drawn => (drawn.Network, NetworkComparison.Compare(loaded.Create(drawn.Network.MetadataName), drawn.Data, drawn.Expected)))];
    }
}

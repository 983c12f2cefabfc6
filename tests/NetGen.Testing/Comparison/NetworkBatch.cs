using NetGen.Testing.Compiling;
using NetGen.Testing.Interpretation;
using NetGen.Testing.Networks;

namespace NetGen.Testing.Comparison;

/// <summary>Networks generated and compiled together, and compared one by one.</summary>
internal static class NetworkBatch
{
    /// <summary>Runs the generator over the declarations.</summary>
    public static GeneratorRun Generate(IEnumerable<NetworkCase> cases) => GeneratorHarness.Run(
        new Generators.NetworkGenerator(),
        CompilationBuilder.Default.Build(cases.Select(static network => DeclarationWriter.Write(network.Network)).Prepend(OwnTypes.Source)));

    /// <summary>Compiles and compares.</summary>
    /// <param name="run">From <see cref="Generate"/>, perhaps edited.</param>
    /// <param name="cases">The same networks.</param>
    /// <param name="kinkMargin">See <see cref="NetworkCase.Draw"/>.</param>
    public static IReadOnlyList<(NetworkCase Network, IReadOnlyList<Deviation> Deviations)> Compare(GeneratorRun run, IEnumerable<NetworkCase> cases, double kinkMargin)
    {
        using var loaded = EmittedAssembly.Load(run);
        return [.. cases.Select(network =>
        {
            var data = network.Draw(new Interpreter(network.Network, OwnTypes.Functions), kinkMargin, out var pass);
            return (network, NetworkComparison.Compare(loaded.Create(network.MetadataName), data, pass));
        })];
    }
}

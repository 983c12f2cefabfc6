using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing.Compiling;

/// <summary>Runs a generator as the compiler does, with every step tracked.</summary>
internal static class GeneratorHarness
{
    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver CreateDriver(IIncrementalGenerator generator, CSharpCompilation compilation)
    {
        var parseOptions = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options ?? CompilationBuilder.Default.ParseOptions;
        return CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: parseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Runs a generator once.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="compilation">The user's project.</param>
    /// <param name="culture">The culture of the compiler's thread; the current one unless given.</param>
    /// <exception cref="CheckFailedException">The generator threw.</exception>
    public static GeneratorRun Run(IIncrementalGenerator generator, CSharpCompilation compilation, CultureInfo? culture = null)
    {
        var (formerCulture, formerInterfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = culture ?? formerCulture;
            CultureInfo.CurrentUICulture = culture ?? formerInterfaceCulture;
            var driver = CreateDriver(generator, compilation).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
            return GeneratorRun.From(driver, compilation, (CSharpCompilation)output);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (formerCulture, formerInterfaceCulture);
        }
    }
}

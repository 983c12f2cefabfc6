using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace NetGen.Testing.Compiling;

/// <summary>Emitted code, compiled to memory and loaded where it can be unloaded.</summary>
internal sealed class EmittedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private EmittedAssembly(AssemblyLoadContext context, Assembly assembly) => (_context, Assembly) = (context, assembly);

    /// <summary>The loaded assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Compiles and loads.</summary>
    /// <param name="run">A run of the generator over any number of networks.</param>
    /// <param name="allowsWarnings">Whether emitted files may have warnings, as they may where a test has changed them.</param>
    /// <exception cref="CheckFailedException">There is an error anywhere, or any diagnostic in an emitted file.</exception>
    public static EmittedAssembly Load(GeneratorRun run, bool allowsWarnings = false)
    {
        using var image = new MemoryStream();
        Compile(run, image, allowsWarnings);
        image.Position = 0;
        var context = new AssemblyLoadContext(run.Output.AssemblyName, isCollectible: true);
        return new EmittedAssembly(context, context.LoadFromStream(image));
    }

    /// <summary>Compiles without loading.</summary>
    /// <param name="run">A run of the generator over any number of networks.</param>
    /// <exception cref="CheckFailedException">There is an error anywhere, or any diagnostic in an emitted file.</exception>
    public static void Check(GeneratorRun run)
    {
        using var image = new MemoryStream();
        Compile(run, image, allowsWarnings: false);
    }

    /// <summary>Makes a network of the loaded code.</summary>
    /// <param name="typeName">Its class by its metadata name, such as <c>Space.Outer+Net</c>.</param>
    /// <param name="seed">What it is initialized with.</param>
    public EmittedNetwork Create(string typeName, ulong seed = 1) => EmittedNetwork.Create(Assembly.GetType(typeName, throwOnError: true)!, seed);

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private static void Compile(GeneratorRun run, MemoryStream image, bool allowsWarnings)
    {
        // The documentation is written too: without it the compiler does not look for missing comments.
        using var documentation = new MemoryStream();
        var result = run.Output.Emit(image, xmlDocumentationStream: documentation);
        var found = result.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (!allowsWarnings && diagnostic.Severity != DiagnosticSeverity.Hidden && run.IsEmitted(diagnostic.Location.SourceTree)))
            .ToList();
        if (found.Count > 0)
        {
            throw new CheckFailedException($"Emitted code must compile without any diagnostic; there are {found.Count}:\n{string.Join('\n', found.Take(10).Select(Describe))}");
        }

        JitLimits.Check(image);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        var text = diagnostic.Location.SourceTree?.GetText().Lines[line].ToString().Trim();
        return $"{diagnostic}\n    {text}";
    }
}

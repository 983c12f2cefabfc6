using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Compiling;

/// <summary>Compiles declared networks in memory and loads them for good: code that can be unloaded again runs through other paths of the JIT.</summary>
internal static class CompiledNetworks
{
    /// <summary>Compiles and loads.</summary>
    /// <param name="sources">The declarations, and whatever code the edit calls.</param>
    /// <param name="edit">What is changed in an emitted file, if anything.</param>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static Assembly Load(IEnumerable<string> sources, Func<CSharpSyntaxNode, CSharpSyntaxNode>? edit = null)
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(sources));
        var output = run.Output;
        if (edit is not null)
        {
            foreach (var tree in output.SyntaxTrees.Where(run.IsEmitted))
            {
                output = output.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(edit((CSharpSyntaxNode)tree.GetRoot()), tree.Options));
            }
        }

        using var image = new MemoryStream();
        var result = output.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException($"The networks do not compile: {string.Join('\n', result.Diagnostics.Where(static found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Take(5))}");
    }
}

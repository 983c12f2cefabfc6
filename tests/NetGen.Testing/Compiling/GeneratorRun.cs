using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing.Compiling;

/// <summary>What one run of a generator gave.</summary>
/// <param name="Driver">The driver after the run, ready for the next.</param>
/// <param name="Input">The user's project.</param>
/// <param name="Output">The user's project with the emitted files.</param>
/// <param name="Result">The generator's result.</param>
internal sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Input, CSharpCompilation Output, GeneratorRunResult Result)
{
    /// <summary>The emitted files.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>Reads a driver's only result.</summary>
    /// <exception cref="CheckFailedException">The generator threw.</exception>
    public static GeneratorRun From(GeneratorDriver driver, CSharpCompilation input, CSharpCompilation output)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is null
            ? new GeneratorRun(driver, input, output, result)
            : throw new CheckFailedException($"The generator threw: {result.Exception}");
    }

    /// <summary>The text of one emitted file.</summary>
    /// <param name="hintName">Its hint name, such as <c>Mlp.g.cs</c>.</param>
    public string Text(string hintName)
    {
        foreach (var source in Sources)
        {
            if (source.HintName == hintName)
            {
                return source.SourceText.ToString();
            }
        }

        throw new CheckFailedException($"No file {hintName} was emitted; there are: {string.Join(", ", Sources.Select(static source => source.HintName))}.");
    }

    /// <summary>The same run with the emitted files' texts changed; may be called again on what it gave.</summary>
    /// <param name="edit">The new text of an emitted file, from its hint name and text.</param>
    public GeneratorRun Edit(Func<string, string, string> edit)
    {
        var output = Output;
        foreach (var tree in Output.SyntaxTrees.Where(IsEmitted))
        {
            var text = tree.ToString();
            var edited = edit(Path.GetFileName(tree.FilePath), text);
            if (edited != text)
            {
                output = output.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edited, Encoding.UTF8)));
            }
        }

        return this with { Output = output };
    }

    /// <summary>Whether a tree of <see cref="Output"/> was emitted.</summary>
    public bool IsEmitted(SyntaxTree? tree) => tree is not null && !Input.ContainsSyntaxTree(tree);
}

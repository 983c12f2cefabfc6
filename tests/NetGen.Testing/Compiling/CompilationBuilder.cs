using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing.Compiling;

/// <summary>
/// Makes a compilation from source text the way a user's project does: .NET 10 and NetGen referenced, nullable on, documentation checked, no unsafe code.
/// </summary>
internal sealed record CompilationBuilder
{
    // Shared, so that metadata is read once in a test run.
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(NeuralNetworkAttribute).Assembly.Location),
    ];

    /// <summary>The defaults.</summary>
    public static CompilationBuilder Default { get; } = new();

    /// <summary>The version of C# the user's project has.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    /// <summary>The assembly's name.</summary>
    public string AssemblyName { get; init; } = "UserProject";

    /// <summary>What the user's project says of nullable references; emitted files say it for themselves.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Whether overflow is checked by default, as some projects have it.</summary>
    public bool CheckOverflow { get; init; }

    /// <summary>How source text is parsed.</summary>
    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    /// <summary>Parses one file.</summary>
    public SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions, path);

    /// <summary>Compiles files together.</summary>
    public CSharpCompilation Build(params IEnumerable<string> sources)
    {
        var trees = sources.Select((source, index) => Parse(source, string.Create(CultureInfo.InvariantCulture, $"File{index}.cs")));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: CheckOverflow,
            nullableContextOptions: Nullable,
            warningLevel: 9999);
        return CSharpCompilation.Create(AssemblyName, trees, s_references, options);
    }
}

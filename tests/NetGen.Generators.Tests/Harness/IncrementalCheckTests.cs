using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;
using NetGen.Testing.Incremental;
using Xunit;

namespace NetGen.Generators.Tests.Harness;

/// <summary>The checks of incremental generation, tried on generators that deserve to fail them.</summary>
public sealed class IncrementalCheckTests
{
    private static readonly string[] s_names = [PlantedGenerator.Step];
    private static readonly CSharpCompilation s_compilation = CompilationBuilder.Default.Build("[System.Obsolete] class Net;");

    [Fact]
    public void CheckCached_AcceptsAModelComparedByValue()
    {
        var run = IncrementalCheck.CheckCached(new PlantedGenerator(PlantedGenerator.Echo), s_compilation, s_names);
        Assert.Single(run.Sources);
    }

    [Fact]
    public void CheckCached_RefusesAModelComparedByReference()
    {
        var generator = new PlantedGenerator(PlantedGenerator.Echo, static symbol => new[] { symbol.Name });
        var edited = s_compilation.AddSyntaxTrees(CompilationBuilder.Default.Parse("class Unrelated;", "Other.cs"));
        var run = IncrementalCheck.Run(generator, s_compilation, edited, s_names);
        Assert.Throws<CheckFailedException>(() => run.Expect(PlantedGenerator.Step, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
        Assert.Equal(2, run.Changed);
    }

    [Fact]
    public void Run_CountsWhatAnEditChanges()
    {
        var generator = new PlantedGenerator(PlantedGenerator.Echo);
        var unrelated = s_compilation.AddSyntaxTrees(CompilationBuilder.Default.Parse("class Unrelated;", "Other.cs"));
        Assert.Equal(0, IncrementalCheck.Run(generator, s_compilation, unrelated, s_names).Changed);

        var renamed = s_compilation.ReplaceSyntaxTree(s_compilation.SyntaxTrees[0], CompilationBuilder.Default.Parse("[System.Obsolete] class Other;", "File0.cs"));
        var run = IncrementalCheck.Run(generator, s_compilation, renamed, s_names);
        Assert.Equal(2, run.Changed);
        run.Expect(PlantedGenerator.Step, IncrementalStepRunReason.Modified).ExpectOutputs(IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Run_RefusesANameThatNothingIsTrackedBy()
    {
        var failure = Assert.Throws<CheckFailedException>(() => IncrementalCheck.Run(new PlantedGenerator(PlantedGenerator.Echo), s_compilation, s_compilation, ["Missing"]));
        Assert.Contains("Missing", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbol")]
    [InlineData("syntax")]
    [InlineData("tree")]
    [InlineData("location")]
    [InlineData("compilation")]
    [InlineData("attribute")]
    [InlineData("constant")]
    [InlineData("options")]
    public void CheckCached_RefusesAPlantedObjectOfTheCompiler(string kind)
    {
        var generator = new PlantedGenerator(PlantedGenerator.Echo, symbol => new Model("Net", [new Holder(Plant(symbol, kind))]));
        var failure = Assert.Throws<CheckFailedException>(() => IncrementalCheck.CheckCached(generator, s_compilation, s_names));
        Assert.Contains("models hold strings", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Parse.<Holders>k__BackingField[0].<Value>k__BackingField", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ObjectGraph_RefusesDelegatesAndDictionaries()
    {
        Assert.Throws<CheckFailedException>(() => ObjectGraphCheck.Check(new Holder(static () => { })));
        Assert.Throws<CheckFailedException>(() => ObjectGraphCheck.Check(new Holder(new Dictionary<string, int>())));
        Assert.Throws<CheckFailedException>(() => ObjectGraphCheck.Check(new Holder(new object())));
    }

    [Fact]
    public void ObjectGraph_AcceptsTheModel()
    {
        var network = Testing.Networks.NetworkGenerators.Draw(1, 1)[0].Network;
        ObjectGraphCheck.Check(network);
    }

    private static object Plant(INamedTypeSymbol symbol, string kind) => kind switch
    {
        "symbol" => symbol,
        "syntax" => symbol.DeclaringSyntaxReferences[0].GetSyntax(),
        "tree" => symbol.DeclaringSyntaxReferences[0].SyntaxTree,
        "location" => symbol.Locations[0],
        "compilation" => s_compilation,
        "attribute" => symbol.GetAttributes()[0],
        "constant" => default(TypedConstant),
        _ => CompilationBuilder.Default.ParseOptions,
    };

    // Equal whatever it holds, so that only the walk can find the planted object.
    private sealed class Model(string name, Holder[] holders) : IEquatable<Model>
    {
        public Holder[] Holders { get; } = holders;

        public bool Equals(Model? other) => other is not null;

        public override bool Equals(object? obj) => Equals(obj as Model);

        public override int GetHashCode() => name.Length;
    }

    private sealed class Holder(object value)
    {
        public object Value { get; } = value;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Generation;

/// <summary>Names and places of every kind give code that compiles without any diagnostic, documentation included, and files that do not collide.</summary>
public sealed class NamesTests
{
    private const string Attributes = "[global::NetGen.NeuralNetwork, global::NetGen.Input(3), global::NetGen.Dense(4, global::NetGen.Activation.Relu), global::NetGen.Dense(2)]";

    [Theory]
    [InlineData("public partial class Net;", "Net")]
    [InlineData("internal sealed partial class Net;", "Net")]
    [InlineData("partial class @class;", "class")]
    [InlineData("namespace @namespace.@int { public partial class @await; }", "namespace.int.await")]
    [InlineData("namespace Deep.Er { public partial class Übergrößenträger; }", "Deep.Er.Übergrößenträger")]
    [InlineData("public partial class 日本語;", "日本語")]
    [InlineData("public partial class e\u0301;", "e\u0301")]
    [InlineData("public partial class _;", "_")]
    [InlineData("public partial class __1;", "__1")]
    [InlineData("namespace A; public partial class Net;", "A.Net")]
    [InlineData("namespace System { public partial class Network; }", "System.Network")]
    [InlineData("namespace NetGen { public partial class Net; }", "NetGen.Net")]
    [InlineData("namespace NetGen.Numerics { public partial class Kernels; }", "NetGen.Numerics.Kernels")]
    [InlineData("namespace A.System { public partial class Math; }", "A.System.Math")]
    [InlineData("namespace A.NetGen.Activations { public partial class Relu; }", "A.NetGen.Activations.Relu")]
    [InlineData("namespace A { public partial class global; }", "A.global")]
    [InlineData("public partial class Span;", "Span")]
    [InlineData("public partial class Kernels;", "Kernels")]
    [InlineData("public partial class Vector512;", "Vector512")]
    [InlineData("public partial class samples;", "samples")]
    public void EveryName_Compiles(string declaration, string metadataName)
    {
        var source = declaration.Replace("public partial class", $"{Attributes} public partial class", StringComparison.Ordinal)
            .Replace("internal sealed partial class", $"{Attributes} internal sealed partial class", StringComparison.Ordinal);
        if (source.StartsWith("partial", StringComparison.Ordinal))
        {
            source = $"{Attributes} {source}";
        }

        CheckCompiles([source], metadataName);
    }

    [Fact]
    public void NestedClasses_Compile() => CheckCompiles(
        [
            $"namespace A {{ public partial class Outer {{ internal partial struct Middle {{ public partial record Inner {{ {Attributes} protected internal partial class Net; }} }} }} }}",
            $"partial interface IOuter {{ {Attributes} internal partial class Net; }}",
            $"static partial class @static {{ {Attributes} private partial class @class; }}",
            $"partial record struct Value(int Number) {{ {Attributes} public partial class Net; }}",
        ],
        "A.Outer+Middle+Inner+Net",
        "IOuter+Net",
        "static+class",
        "Value+Net");

    [Fact]
    public void SameAndSimilarNames_HaveFilesOfTheirOwn()
    {
        var run = CheckCompiles(
            [
                $"namespace A {{ {Attributes} public partial class Net; {Attributes} public partial class NET; {Attributes} public partial class net; }}",
                $"namespace B {{ {Attributes} public partial class Net; }}",
                $"namespace a {{ {Attributes} public partial class Net; }}",
                $"namespace A {{ public partial class B {{ {Attributes} public partial class Net; }} }}",
                $"namespace A.C {{ {Attributes} public partial class Net; }}",
                $"{Attributes} public partial class A_Net; {Attributes} public partial class A__Net; {Attributes} public partial class é; {Attributes} public partial class e\u0301;",
            ],
            "A.Net", "A.NET", "A.net", "B.Net", "a.Net", "A.B+Net", "A.C.Net", "A_Net", "A__Net", "é");
        Assert.Equal(run.Sources.Length, run.Sources.Select(static source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void LayerNames_OfEveryKindCompile() => CheckCompiles(
        [
            """
            using NetGen;
            [NeuralNetwork, Input(3)]
            [Dense(4, Name = "class")]
            [Dense(4, Name = "Über")]
            [Activation(Activation.Tanh, Name = "日本語")]
            [Dense(4, Name = "é")]
            [Dense(4, Name = "W1")]
            [Dense(4, Name = "samples")]
            [Dense(4, Name = "Span")]
            [Dense(4, Name = "global")]
            [Dense(2, Name = "Kernels")]
            internal sealed partial class Net;
            """,
        ],
        "Net");

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void EverySupportedLanguage_Compiles(LanguageVersion language)
    {
        var builder = CompilationBuilder.Default with { LanguageVersion = language };
        EmittedAssembly.Check(GeneratorHarness.Run(new NetworkGenerator(), builder.Build($"{Attributes} public partial class Net;")));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable, false)]
    [InlineData(NullableContextOptions.Enable, true)]
    public void EveryProjectSetting_Compiles(NullableContextOptions nullable, bool checkOverflow)
    {
        var builder = CompilationBuilder.Default with { Nullable = nullable, CheckOverflow = checkOverflow };
        EmittedAssembly.Check(GeneratorHarness.Run(new NetworkGenerator(), builder.Build($"{Attributes} public partial class Net;")));
    }

    private static GeneratorRun CheckCompiles(IEnumerable<string> sources, params string[] metadataNames)
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(sources));
        EmittedAssembly.Check(run);
        foreach (var name in metadataNames)
        {
            var type = run.Output.GetTypeByMetadataName(name);
            Assert.True(type is not null, $"There is no class {name}.");
            Assert.Contains(type.AllInterfaces, static candidate => candidate.Name == "INetwork");
        }

        return run;
    }
}

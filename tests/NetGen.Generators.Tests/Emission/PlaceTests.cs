using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>Where a class stands, and how its project is set: the emitted code compiles without any diagnostic.</summary>
public sealed class PlaceTests
{
    private const string Attributes = "[global::NetGen.NeuralNetwork, global::NetGen.Input(3), global::NetGen.Dense(4, global::NetGen.Activation.Relu), global::NetGen.Dense(2)]";

    // Names of the base library and of ours, where emitted code could find the user's class or namespace instead; and names the compiler warns of.
    [Theory]
    [InlineData("namespace @namespace.@int { # public partial class @await; }", "namespace.int.await")]
    [InlineData("namespace System { # public partial class Network; }", "System.Network")]
    [InlineData("namespace NetGen { # public partial class Net; }", "NetGen.Net")]
    [InlineData("namespace NetGen.Numerics { # public partial class Kernels; }", "NetGen.Numerics.Kernels")]
    [InlineData("namespace A.System { # public partial class Math; }", "A.System.Math")]
    [InlineData("namespace A.NetGen.Activations { # public partial class Relu; }", "A.NetGen.Activations.Relu")]
    [InlineData("namespace A { # public partial class global; }", "A.global")]
    [InlineData("namespace A; # public partial class Span;", "A.Span")]
    [InlineData("# public partial class __1;", "__1")]
    [InlineData("# public partial class @samples;", "samples")]
    [InlineData("namespace A; # public partial class @var;", "A.var")]
    [InlineData("namespace A; # public partial class System;", "A.System")]
    [InlineData("namespace A; public partial class Outer { # public partial class System; }", "A.Outer+System")]
    [InlineData("public partial class Outer { # public partial class System; }", "Outer+System")]
    [InlineData("namespace A; public partial class System { # public partial class Net; }", "A.System+Net")]
    public void EveryNameAndNamespace_Compiles(string declaration, string metadataName) => CheckCompiles([declaration], metadataName);

    [Fact]
    public void EveryContainer_Compiles() => CheckCompiles(
        [
            "namespace A { public partial class Outer { internal partial struct Middle { public partial record Inner { # protected internal partial class Net; } } } }",
            "partial interface IOuter { # internal partial class Net; }",
            "static partial class @static { # private partial class @class; }",
            "partial record struct Value(int Number) { # public partial class Net; }",
        ],
        "A.Outer+Middle+Inner+Net",
        "IOuter+Net",
        "static+class",
        "Value+Net");

    [Fact]
    public void NamesThatDifferInAlmostNothing_HaveFilesOfTheirOwn()
    {
        var run = CheckCompiles(
            [
                "namespace A { # public partial class Net; # public partial class NET; # public partial class @net; # public partial class B_Net; }",
                "namespace a { # public partial class Net; }",
                "namespace A { public partial class B { # public partial class Net; } }",
                "namespace A.C { # public partial class Net; }",
                "# public partial class A_Net; # public partial class A__Net; # public partial class é; # public partial class è; # public partial class É;",
            ],
            "A.Net", "A.NET", "A.net", "A.B_Net", "a.Net", "A.B+Net", "A.C.Net", "A_Net", "A__Net", "é", "è", "É");
        Assert.Equal(12, run.Sources.Length);
        Assert.Equal(12, run.Sources.Select(static source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13, NullableContextOptions.Enable, false)]
    [InlineData(LanguageVersion.CSharp14, NullableContextOptions.Disable, false)]
    [InlineData(LanguageVersion.CSharp14, NullableContextOptions.Enable, true)]
    public void EveryProjectSetting_Compiles(LanguageVersion language, NullableContextOptions nullable, bool checkOverflow)
    {
        var builder = CompilationBuilder.Default with { LanguageVersion = language, Nullable = nullable, CheckOverflow = checkOverflow };
        EmittedAssembly.Check(GeneratorHarness.Run(new NetworkGenerator(), builder.Build($"{Attributes} public partial class Net;")));
    }

    private static GeneratorRun CheckCompiles(IEnumerable<string> sources, params string[] metadataNames)
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(sources.Select(static source => source.Replace("#", Attributes, StringComparison.Ordinal))));
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

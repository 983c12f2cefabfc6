using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>Classes and layers of any name, anywhere a class may stand, compile without a diagnostic.</summary>
public sealed class NameTests
{
    private const string Layers = "[global::NetGen.NeuralNetwork, global::NetGen.Input(3), global::NetGen.Dense(4, global::NetGen.Activation.Tanh), global::NetGen.Dense(2)]";

    [Theory]
    [InlineData("internal sealed partial class @class;")]
    [InlineData("internal sealed partial class @record;")]
    [InlineData("internal partial class Größe;")]
    [InlineData("internal partial class 神经网络;")]
    [InlineData("internal partial class e\u0301t\u0065\u0301;")]
    [InlineData("internal partial class _;")]
    [InlineData("internal partial class Vector512;")]
    [InlineData("internal partial class Kernels;")]
    [InlineData("internal partial class Passes;")]
    public void ClassOfAnyName_Compiles(string declaration)
    {
        Check(Layers + declaration);
        Check($"namespace A.@namespace.Größe;\n{Layers}{declaration}");
    }

    [Theory]
    [InlineData("class")]
    [InlineData("value")]
    [InlineData("Größe")]
    [InlineData("samples")]
    [InlineData("Kernels")]
    [InlineData("global")]
    public void LayerOfAnyName_Compiles(string name) => Check($$"""
        namespace Tests;
        [global::NetGen.NeuralNetwork, global::NetGen.Input(3), global::NetGen.Dense(40, Name = "{{name}}"), global::NetGen.Dense(2)]
        internal partial class Net;
        """);

    [Fact]
    public void NestedClasses_Compile() => Check($$"""
        namespace Tests
        {
            internal partial class Outer
            {
                internal partial struct @struct
                {
                    {{Layers}} internal sealed partial class Net;
                    {{Layers}} private partial class Hidden;
                }

                {{Layers}} protected internal partial class Net;
            }

            internal partial record Record { {{Layers}} internal partial class Net; }
            internal partial interface IHolder { {{Layers}} internal partial class Net; }
        }
        """);

    [Fact]
    public void SameName_InTwoNamespacesOrOtherCase_Compiles() => Check($$"""
        {{Layers}} internal partial class Net;
        {{Layers}} internal partial class NET;
        {{Layers}} internal partial class nEt;
        namespace Tests { {{Layers}} internal partial class Net; }
        namespace tests { {{Layers}} internal partial class Net; }
        namespace Tests.Inner { {{Layers}} internal partial class Net; }
        """);

    [Fact]
    public void HintNames_DifferWhereCaseDoesNotCount()
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build($$"""
            {{Layers}} internal partial class Net;
            {{Layers}} internal partial class NET;
            namespace A.B { {{Layers}} internal partial class C; }
            namespace A { internal partial class B { {{Layers}} internal partial class C; } }
            """.Replace("namespace A {", "namespace a {", StringComparison.Ordinal)));
        Assert.Equal(4, run.Sources.Select(static source => source.HintName.ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void TypesOfTheUser_DoNotHideOurs() => Check($$"""
        namespace Tests;
        internal class Vector512; internal class Vector256; internal class Unsafe; internal class MemoryMarshal; internal class Math; internal class Span<T>;
        internal class Elementwise; internal class Workspace; internal class RowKernels; internal class Check; internal class Kernels; internal class Start;
        {{Layers}}
        internal partial class Net;
        """);

    [Fact]
    public void PublicClass_IsDocumented() => Check($"/// <summary>A network.</summary>\n{Layers}public sealed partial class Net;");

    [Fact]
    public void PublicClass_WithoutDocumentation_GetsOurs() => Check($"{Layers}public sealed partial class Net;");

    private static void Check(string source)
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(source));
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Sources);
        EmittedAssembly.Check(run);
    }
}

using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Graphs;

/// <summary>A declaration that asks for its graph has it in the emitted file.</summary>
public sealed class GraphCommentTests
{
    private const string Layers = "using NetGen; [NeuralNetwork#][Input(3)][Dense(4, Activation.Relu)][Dense(2)] public partial class Net;";

    [Fact]
    public void PrintGraph_WritesThePasses() => Assert.Contains(
        """
            // Training, forward.
            //     x = input : [samples][3]
            //     a1 = relu(x W1 + b1) : [samples][4]
            //     a2 = a1 W2 + b2 : [samples][2]
        """.ReplaceLineEndings("\n"),
        Emit("(PrintGraph = true)"),
        StringComparison.Ordinal);

    [Fact]
    public void Unset_WritesNone() => Assert.DoesNotContain("// Training, forward.", Emit(""), StringComparison.Ordinal);

    private static string Emit(string arguments) => string.Concat(
        GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(Layers.Replace("#", arguments, StringComparison.Ordinal)))
            .Sources.Select(static source => source.SourceText.ToString()));
}

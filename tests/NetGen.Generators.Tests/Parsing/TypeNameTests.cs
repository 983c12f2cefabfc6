using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>What the user's own types are called in messages and comments.</summary>
public sealed class TypeNameTests
{
    [Theory]
    [InlineData("global::Wave", "Wave")]
    [InlineData("global::A.B.Wave", "Wave")]
    [InlineData("global::A.Scaled<global::A.Numbers.Half>", "Scaled<Half>")]
    [InlineData("global::A.Outer<global::A.X>.Inner", "Inner")]
    [InlineData("global::A.Outer<global::A.X>.Inner<global::B.Y, global::C.D<global::E.F>>", "Inner<Y, D<F>>")]
    [InlineData("global::A.Scaled<float>", "Scaled<float>")]
    [InlineData("global::A.Scaled<(int Left, global::B.C Right)>", "Scaled<(int Left, C Right)>")]
    [InlineData("global::A.Scaled<global::B.C[]>", "Scaled<C[]>")]
    public void Short_LeavesOutWhatQualifies(string qualified, string expected)
    {
        Assert.Equal(expected, TypeNames.Short(qualified));
        Assert.Equal(expected, new ActivationSpec(ActivationKind.Custom, CustomType: qualified).Name);
        Assert.Equal(expected, new LossSpec(LossKind.Custom, CustomType: qualified).Name);
        Assert.Equal(expected, new InitializerSpec(InitializerKind.Custom, CustomType: qualified).Name);
    }

    /// <summary>A generic name stands in comments, documentation and text of what is emitted, and none of them breaks on its brackets.</summary>
    [Fact]
    public void GenericTypes_AreNamedWholeInEmittedCode()
    {
        var compilation = CompilationBuilder.Default.Build("""
            using NetGen;
            namespace Mine;
            internal interface IFactor { static abstract float Value { get; } }
            internal readonly struct Half : IFactor { public static float Value => 0.5f; }
            internal readonly struct Scaled<T> : IActivation where T : IFactor
            {
                public static float Apply(float z) => T.Value * z;
                public static float Derivative(float z) => T.Value;
            }

            [NeuralNetwork, Input(40), Dense<Scaled<Half>>(40), Dense(3), Loss(Loss.MeanSquaredError)]
            internal sealed partial class Rows;

            [NeuralNetwork, Input(4), Dense<Scaled<Half>>(4), Activation<Scaled<Half>>, Dense(3), Loss(Loss.MeanSquaredError)]
            internal sealed partial class Lanes;
            """);
        var run = GeneratorHarness.Run(new NetworkGenerator(), compilation);

        Assert.All(run.Sources, static source => Assert.Contains("Scaled<Half>", source.SourceText.ToString()));
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}

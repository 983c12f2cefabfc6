using CsCheck;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>Whatever the user is in the middle of typing: no exception, and an error of ours unless the attributes are whole.</summary>
public sealed class HalfTypedTests
{
    private const string Whole = """
        [NeuralNetwork]
        [Input(8, 8, Min = 0, Max = 16, Scale = 1 / 16.0)]
        [Dense(units: 100, activation: Activation.LeakyRelu, Alpha = .2, Name = "Hidden")]
        [Dense<Own>(50, InitializerType = typeof(Start<int>), BiasInitializer = Initializer.Uniform, BiasLimit = .5)]
        [Activation(Activation.Softmax)]
        [BeginResidual]
        [BatchNormalization(Momentum = .2, Epsilon = 1e-3)]
        [Dropout(rate: .1), Dense(40)]
        [EndResidual(Projection = true, Name = "Around")]
        [Block<Part<int>>(Times = 2, Name = "Deep")]
        [Loss(Loss.Huber, Delta = 2)]
        """;

    private static readonly Gen<string> s_noise = Gen.OneOf(
        "", " ", "(", ")", "[", "]", ",", "=", "\"", "<", ">", "typeof(", "default", "null", "-1", "1e999", "0x", "'", "/*", "//", "#if", "\n", "nameof(Net)", "new[] { 1 }", "Missing",
        "checked(1 + int.MaxValue)", "(Activation)(-3)", "\"\\uD800\"", "units:", "Name =", "params", "@", "\u200d", "global::", "{", "}", ";");

    [Fact]
    public void EveryPrefix_IsReadWithoutException()
    {
        for (var length = 0; length < Whole.Length; length += 3)
        {
            Parse(Whole[..length] + " public partial class Net;");
        }
    }

    [Fact]
    public void RandomEdits_AreReadWithoutException() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 12], s_noise)
            .Array[1, 3]
            .Sample(
                static edits =>
                {
                    var text = Whole;
                    foreach (var (start, length, noise) in edits)
                    {
                        var from = Math.Min(start, text.Length);
                        text = text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, noise);
                    }

                    Parse(text + "\npublic partial class Net;");
                },
                iter: 500);

    [Fact]
    public void Whole_HasNoErrors() => Assert.Contains(Parse(Whole + " public partial class Net;"), static parsed => parsed is { Errors.IsEmpty: true, Declaration.HasErrors: false });

    private static List<ParsedNetwork> Parse(string network)
    {
        var source = $$"""
            using NetGen;
            public struct Own : IActivation {{OwnTypes.ActivationBody}}
            public struct Start<T> : IInitializer { public static void Fill(System.Span<float> values, int fanIn, int fanOut, ref NetGen.Initialization.RandomStream random) { } }
            [NetworkBlock, BeginResidual, LayerNormalization, EndResidual] public sealed class Part<T>;
            {{network}}
            """;
        var results = new List<ParsedNetwork>();
        foreach (var type in CompilationBuilder.Default.Build(source).GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            var parsed = NetworkParser.Parse(type, CancellationToken.None);
            var attributes = NetworkAttributes.Of(type, CancellationToken.None);
            var isBlock = attributes.Any(static attribute => attribute.Role == AttributeRole.Block) && !attributes.Any(static attribute => attribute.Role == AttributeRole.Network);
            Assert.Equal(parsed.Errors.IsEmpty, !parsed.Declaration.HasErrors || attributes.IsEmpty || isBlock);
            foreach (var error in parsed.Errors)
            {
                Assert.NotEmpty(error.ToDiagnostic(CancellationToken.None).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
            }

            results.Add(parsed);
        }

        return results;
    }
}

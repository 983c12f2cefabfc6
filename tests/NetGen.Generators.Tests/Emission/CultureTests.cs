using System.Globalization;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>The emitted text does not depend on the culture of the machine.</summary>
public sealed class CultureTests
{
    private const string Network = """
        using NetGen;
        namespace Tests;
        [NeuralNetwork, Input(5, Min = -1.5, Max = 2.5, Scale = 0.3, Shift = -0.25)]
        [Dense(12, Activation.LeakyRelu, Alpha = 0.125, Initializer = Initializer.Normal, StandardDeviation = 0.75, BiasInitializer = Initializer.Constant, BiasValue = -0.5)]
        [Dense(40, Activation.Elu, Alpha = 1.25), Dense(2), Loss(Loss.Huber, Delta = 0.5)]
        internal sealed partial class Net;
        """;

    [Theory]
    [InlineData("de-DE", "")]
    [InlineData("tr-TR", "")]
    [InlineData("", "\u2212")]
    public void AnyCulture_GivesTheSameText(string name, string minus)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        if (minus.Length > 0)
        {
            culture.NumberFormat.NegativeSign = minus;
        }

        var compilation = CompilationBuilder.Default.Build(Network);
        var expected = GeneratorHarness.Run(new NetworkGenerator(), compilation, CultureInfo.InvariantCulture);
        var actual = GeneratorHarness.Run(new NetworkGenerator(), compilation, culture);
        Assert.Equal(
            expected.Sources.Select(static source => source.SourceText.ToString()), actual.Sources.Select(static source => source.SourceText.ToString()));
        EmittedAssembly.Check(actual);
    }
}

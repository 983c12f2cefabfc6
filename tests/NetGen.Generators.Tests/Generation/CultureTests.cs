using System.Globalization;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Generators.Tests.Generation;

/// <summary>The text that is emitted does not depend on the culture of the machine.</summary>
public sealed class CultureTests
{
    private static readonly IReadOnlyList<NetworkCase> s_cases = NetworkGenerators.Draw(60, seed: 6);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("MinusSign")]
    public void SameText(string culture)
    {
        var compilation = CompilationBuilder.Default.Build(s_cases.Select(static network => DeclarationWriter.Write(network.Network)).Prepend(OwnTypes.Source));
        var expected = GeneratorHarness.Run(new NetworkGenerator(), compilation, CultureInfo.InvariantCulture);
        var actual = GeneratorHarness.Run(new NetworkGenerator(), compilation, Culture(culture));
        Assert.Equal(expected.Sources.Select(static source => source.HintName), actual.Sources.Select(static source => source.HintName));
        foreach (var source in expected.Sources)
        {
            Assert.Equal(source.SourceText.ToString(), actual.Text(source.HintName));
        }
    }

    [Fact]
    public void Numbers_AreThereToBeWritten()
    {
        // The test above proves nothing unless what it compares has fractions and negative numbers.
        var text = string.Concat(GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(
            s_cases.Select(static network => DeclarationWriter.Write(network.Network)).Prepend(OwnTypes.Source))).Sources.Select(static source => source.SourceText.ToString()));
        Assert.Matches(@"-\d+\.\d+f", text);
        Assert.Contains("\u2212", (-1.5).ToString(Culture("MinusSign")), StringComparison.Ordinal);
    }

    // Swedish has U+2212 on some systems and not on others.
    private static CultureInfo Culture(string name)
    {
        if (name != "MinusSign")
        {
            return CultureInfo.GetCultureInfo(name);
        }

        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        return culture;
    }
}

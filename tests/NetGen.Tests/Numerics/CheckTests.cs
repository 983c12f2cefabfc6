using System.Globalization;
using NetGen.Losses;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>What is refused before anything is computed, and in which words.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(64, 1)]
    [InlineData(640, 10)]
    public void WholeSamplesAreCounted(int length, int samples) => Assert.Equal(samples, Check.Samples(length, 64, "DigitNet"));

    [Fact]
    public void PartOfASampleIsRefusedWithBothNumbers()
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => Check.Samples(130, 64, "DigitNet"));
        Assert.Equal(
            "DigitNet: the inputs hold 130 values, which is no multiple of the 64 of a sample (2 samples and 2 values). Pass 64 values a sample, sample after sample, 192 for 3.",
            exception.Message);
    }

    [Fact]
    public void EmptyBatchIsRefused()
    {
        Assert.Equal(2, Check.Batch(128, 64, "DigitNet"));
        Assert.Throws<ShapeMismatchException>(() => Check.Batch(130, 64, "DigitNet"));
        var exception = Assert.Throws<ShapeMismatchException>(() => Check.Batch(0, 64, "DigitNet"));
        Assert.Equal("DigitNet: the inputs are empty; expected at least one sample of 64 values. Pass 64 values a sample.", exception.Message);
    }

    [Fact]
    public void WrongLengthIsRefusedWithBothNumbers()
    {
        Check.Length(10, 10, "outputs", "DigitNet");
        var exception = Assert.Throws<ShapeMismatchException>(() => Check.Length(11, 10, "outputs", "DigitNet"));
        Assert.Equal("DigitNet: outputs holds 11 values, expected 10. Pass a span of exactly 10 values.", exception.Message);
        Assert.IsAssignableFrom<ArgumentException>(exception);
    }

    [Theory]
    [InlineData(10, "at index 1 is 10", "at least 11 units")]
    [InlineData(-1, "at index 1 is -1", "a unit a class")]
    [InlineData(int.MaxValue, "at index 1 is 2147483647", "at least 2147483648 units")]
    public void LabelOutsideTheClassesIsRefused(int label, string where, string remedy)
    {
        // A culture whose minus sign is not the hyphen changes no message.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var exception = Assert.Throws<InvalidLabelException>(() => Targets.CheckClasses([9, label, 0], 10));
            Assert.Contains(where, exception.Message, StringComparison.Ordinal);
            Assert.Contains("from 0 to 9", exception.Message, StringComparison.Ordinal);
            Assert.Contains(remedy, exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void LabelsOfTheClassesPass() => Targets.CheckClasses([0, 9, 5], 10);
}

using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>From logits to probabilities and classes.</summary>
public sealed class LogitsTests
{
    [Fact]
    public void SoftmaxReplacesEachRow()
    {
        float[] rows = [0, 0, MathF.Log(3), 0, 100, 100];
        Logits.Softmax(rows, 2);
        float[] expected = [0.5f, 0.5f, 0.75f, 0.25f, 0.5f, 0.5f];
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(expected[i], rows[i], 1e-6);
        }
    }

    [Fact]
    public void LogisticReplacesEachLogit()
    {
        float[] values = [.. Enumerable.Range(-20, 41).Select(i => i / 2f)];
        float[] logits = [.. values];
        Logits.Logistic(values);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(1 / (1 + Math.Exp(-logits[i])), values[i], 2e-7);
        }
    }

    [Theory]
    [InlineData(new float[] { 1, 3, 2 }, 1)]
    [InlineData(new float[] { 3, 3, 3 }, 0)]
    [InlineData(new[] { float.NaN, -5, -4 }, 2)]
    [InlineData(new[] { -4, float.NaN, -5 }, 0)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity }, 0)]
    [InlineData(new[] { 0, float.PositiveInfinity }, 1)]
    public void MostProbableIsTheFirstLargestNumber(float[] logits, int expected) => Assert.Equal(expected, Logits.MostProbable(logits));

    [Fact]
    public void NothingIsNothing()
    {
        Logits.Softmax([], 3);
        Logits.Logistic([]);
    }
}

using CsCheck;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class StandardizerTests
{
    [Fact]
    public void ColumnsGetMeanZeroAndDeviationOne() =>
        Gen.Select(Gen.Float[-1000, 1000], Gen.Float[.1f, 100], Gen.Float[-1, 1].Array[60]).Sample(
            (mean, scale, noise) =>
            {
                float[] inputs = [.. noise.Select((value, i) => i % 3 == 0 ? mean + (scale * value) : i % 3 == 1 ? value : 5)];
                var data = Standardizer.Fit(inputs, 3).Apply(new DataSet<int>(inputs, new int[20], 3));
                for (var column = 0; column < 3; column++)
                {
                    var values = data.Inputs.ToArray().Where((_, i) => i % 3 == column).Select(v => (double)v).ToArray();
                    Assert.Equal(0, values.Average(), 1e-3);
                    var isConstant = values.Distinct().Count() == 1;
                    Assert.Equal(isConstant ? 0 : 1, Math.Sqrt(values.Average(v => v * v)), 1e-3);
                }
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void MeansAndDeviationsAreThoseOfTheSamples()
    {
        var standardizer = Standardizer.Fit([1, 10, 3, 10, 5, 10, 7, 10], 2);
        Assert.Equal([4, 10], standardizer.Means);
        Assert.Equal([MathF.Sqrt(5), 0], standardizer.StandardDeviations);
        float[] other = [4 + (2 * MathF.Sqrt(5)), 12];
        standardizer.Apply(other);
        Assert.Equal(2, other[0], 1e-6f);
        Assert.Equal(2, other[1]);
    }

    [Fact]
    public void AColumnThatHardlyVariesBesideItsSizeIsNotBlownUp()
    {
        float[] inputs = [1e8f, 1e8f, 1e8f];
        var standardizer = Standardizer.Fit(inputs, 1);
        standardizer.Apply(inputs);
        Assert.All(inputs, value => Assert.Equal(0, value));
    }

    [Fact]
    public void TheDataSetItIsAppliedToStaysAsItIs()
    {
        var data = new DataSet<int>(new float[] { 1, 2, 3, 4 }, new[] { 0, 1 }, 2);
        var standardized = Standardizer.Fit(data).Apply(data);
        Assert.Equal([1, 2, 3, 4], data.Inputs.ToArray());
        Assert.Equal([-1, -1, 1, 1], standardized.Inputs.ToArray());
        Assert.Equal([0, 1], standardized.Targets.ToArray());
    }

    [Fact]
    public void WrongWidthsAreRefused()
    {
        var standardizer = Standardizer.Fit([1, 2, 3, 4], 2);
        Assert.Throws<ShapeMismatchException>(() => Standardizer.Fit([1, 2, 3], 2));
        Assert.Throws<ShapeMismatchException>(() => Standardizer.Fit([], 2));
        Assert.Throws<ShapeMismatchException>(() => standardizer.Apply(new float[3]));
        Assert.Throws<ShapeMismatchException>(() => standardizer.Apply(new DataSet<int>(new float[3], new int[1], 3)));
        Assert.Throws<NonFiniteValueException>(() => Standardizer.Fit([1, float.NaN], 1));
    }
}

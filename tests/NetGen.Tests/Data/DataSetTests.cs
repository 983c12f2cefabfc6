using CsCheck;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class DataSetTests
{
    private static readonly float[] SixInputs = [0, 1, 10, 11, 20, 21];

    [Fact]
    public void SamplesAndTargetsAreRows()
    {
        var data = new DataSet<float>(SixInputs, new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, inputSize: 2, targetSize: 3);
        Assert.Equal(3, data.Count);
        Assert.Equal([10, 11], data.Sample(1).ToArray());
        Assert.Equal([7, 8, 9], data.Target(2).ToArray());
        Assert.Equal(typeof(float), data.TargetType);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Sample(3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Target(-1).Length);
    }

    [Fact]
    public void BadLengthsAreRefusedWithBothNumbers()
    {
        Refused<ShapeMismatchException>("There are 6 input values, which is no multiple of the 4 values of a sample: 1 samples and 2 values over", () => new DataSet<int>(SixInputs, new int[1], 4));
        Refused<ShapeMismatchException>("There are 2 targets for 3 samples (6 input values, 2 a sample); there must be 3, 1 a sample", () => new DataSet<int>(SixInputs, new int[2], 2));
        Refused<ShapeMismatchException>("There are 3 targets for 3 samples (6 input values, 2 a sample); there must be 6, 2 a sample", () => new DataSet<float>(SixInputs, new float[3], 2, 2));
        Refused<ShapeMismatchException>("The data set is empty: there are 0 input values and 0 targets. It must have at least one sample, of 2 values", () => new DataSet<int>(new float[0], new int[0], 2));
        Refused<ArgumentOutOfRangeException>("inputSize is 0", () => new DataSet<int>(SixInputs, new int[3], 0));
        Refused<ArgumentOutOfRangeException>("targetSize is -1", () => new DataSet<float>(SixInputs, new float[3], 2, -1));
        Refused<ArgumentOutOfRangeException>("targetSize is 2 with targets of type int", () => new DataSet<int>(SixInputs, new int[6], 2, 2));
        Refused<NotSupportedException>("Targets of type System.Byte", () => new DataSet<byte>(SixInputs, new byte[3], 2));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void ValuesThatAreNoNumbersAreNamed(float bad, string text)
    {
        // Each place of a row long enough for vectors and a rest.
        for (var at = 0; at < 60; at++)
        {
            var inputs = new float[60];
            inputs[at] = bad;
            var exception = Assert.Throws<NonFiniteValueException>(() => new DataSet<int>(inputs, new int[3], 20));
            Assert.Equal((at / 20, at % 20, bad), (exception.Sample, exception.Column, exception.Value));
            Assert.StartsWith($"The input of sample {at / 20}, column {at % 20} is {text}; every input must be a finite number.", exception.Message, StringComparison.Ordinal);
        }

        var target = Assert.Throws<NonFiniteValueException>(() => new DataSet<float>(SixInputs, new float[] { 1, 2, 3, bad, 5, 6 }, 2, 2));
        Assert.StartsWith($"The target of sample 1, column 1 is {text}", target.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLargestNumbersAreNumbers() =>
        Assert.Equal(2, new DataSet<int>(new[] { float.MaxValue, float.MinValue, -0f, float.Epsilon }, new int[2], 2).Count);

    [Fact]
    public void BatchesAreGathered()
    {
        var data = new DataSet<int>(SixInputs, new[] { 7, 8, 9 }, 2);
        var inputs = new float[6];
        var targets = new int[3];
        data.Batch([2, 0, 2], inputs, targets);
        Assert.Equal([20, 21, 0, 1, 20, 21], inputs);
        Assert.Equal([9, 7, 9], targets);
        Refused<ArgumentOutOfRangeException>("Sample 3 was asked for; the set has the samples 0 to 2", () => data.Batch([3], new float[2], new int[1]));
        Refused<ShapeMismatchException>("inputs have room for 3 values; 1 samples with 2 each need 2", () => data.Batch([0], new float[3], new int[1]));
        Refused<ShapeMismatchException>("targets have room for 2 values; 1 samples with 1 each need 1", () => data.Batch([0], new float[2], new int[2]));
    }

    [Fact]
    public void PartsHaveTheirSamples()
    {
        var data = new DataSet<int>(SixInputs, new[] { 7, 8, 9 }, 2);
        var slice = data.Slice(1, 2);
        Assert.Equal([10, 11, 20, 21], slice.Inputs.ToArray());
        Assert.Equal([8, 9], slice.Targets.ToArray());
        Assert.Equal([9, 7], data.Select([2, 0]).Targets.ToArray());
        Refused<ArgumentOutOfRangeException>("3 samples from sample 1 on were asked for; the set has 3", () => data.Slice(1, 3));
        Refused<ArgumentOutOfRangeException>("0 samples", () => data.Slice(1, 0));
        Refused<ArgumentOutOfRangeException>("No sample", () => data.Select([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Slice(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Slice(1, int.MaxValue));
    }

    [Fact]
    public void SplitsDealEverySampleOnce() =>
        Gen.Select(Gen.Int[2, 200], Gen.Double[.01, .99], Gen.ULong).Sample(
            (count, fraction, seed) =>
            {
                var data = Numbered(count);
                var (train, test) = data.Split(fraction, seed);
                Assert.Equal(Math.Clamp((int)Math.Round(count * fraction), 1, count - 1), train.Count);
                Assert.Equal(Enumerable.Range(0, count), [.. train.Targets.ToArray().Concat(test.Targets.ToArray()).Order()]);
                Assert.Equal(train.Targets.ToArray().Order(), train.Targets.ToArray());
                Assert.Equal(train.Targets.ToArray(), data.Split(fraction, seed).Train.Targets.ToArray());
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void SplitsDependOnTheSeed() =>
        Assert.NotEqual(Numbered(50).Split(.5, 1).Train.Targets.ToArray(), Numbered(50).Split(.5, 2).Train.Targets.ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-.5)]
    [InlineData(double.NaN)]
    public void SharesThatCannotBeAreRefused(double fraction)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(10).Split(fraction, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(10).StratifiedSplit(fraction, 1));
    }

    [Fact]
    public void OneSampleCannotBeSplit() => Refused<ArgumentOutOfRangeException>("The data set has 1 sample", () => Numbered(1).Split(.5, 1));

    [Fact]
    public void StratifiedSplitsKeepTheShareOfEveryClass() =>
        Gen.Select(Gen.Int[0, 4].Array[2, 200], Gen.Double[.05, .95], Gen.ULong).Sample(
            (labels, fraction, seed) =>
            {
                var data = new DataSet<int>(new float[labels.Length], labels, 1);
                var (train, test) = data.StratifiedSplit(fraction, seed);
                Assert.Equal(labels.Order(), [.. train.Targets.ToArray().Concat(test.Targets.ToArray()).Order()]);
                foreach (var group in labels.GroupBy(label => label))
                {
                    var inTrain = train.Targets.ToArray().Count(label => label == group.Key);
                    if (labels.Distinct().All(label => labels.Count(other => other == label) >= 2))
                    {
                        Assert.InRange(inTrain, Math.Min(1, group.Count()), group.Count() - 1);
                        Assert.InRange(inTrain - group.Count() * fraction, -1.0001, 1.0001);
                    }
                }

                Assert.Equal(train.Targets.ToArray(), data.StratifiedSplit(fraction, seed).Train.Targets.ToArray());
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void AStratifiedSplitOfEqualClassesIsExact()
    {
        int[] labels = [.. Enumerable.Range(0, 100).Select(i => i % 5)];
        var (train, test) = new DataSet<int>(new float[100], labels, 1).StratifiedSplit(.8, 3);
        Assert.All(Enumerable.Range(0, 5), c => Assert.Equal((16, 4), (train.Targets.ToArray().Count(l => l == c), test.Targets.ToArray().Count(l => l == c))));
    }

    [Fact]
    public void StratifyingNeedsClassIndices() => Refused<ArgumentOutOfRangeException>(
        "The class index of sample 1 is -1", () => new DataSet<int>(new float[2], new[] { 0, -1 }, 1).StratifiedSplit(.5, 1));

    private static DataSet<int> Numbered(int count) => new(new float[count], Enumerable.Range(0, count).ToArray(), 1);

    private static void Refused<TException>(string message, Action action)
        where TException : Exception =>
        Assert.Contains(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);

    private static void Refused<TException>(string message, Func<object> function)
        where TException : Exception =>
        Refused<TException>(message, () => { function(); });
}

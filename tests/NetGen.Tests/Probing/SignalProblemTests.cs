using NetGen.Data;
using Xunit;

namespace NetGen.Tests.Probing;

/// <summary>Which layer the probe names, and what it does during training.</summary>
public sealed class SignalProblemTests
{
    private static readonly DataSet<int> s_data = Data();

    [Fact]
    public void HealthyNetwork_HasNoProblem() => Assert.Null(SignalProbe.Measure(new DeadNet(seed: 1), s_data).Problem);

    [Fact]
    public void DeadUnits_AreCountedAndNamed()
    {
        var net = new DeadNet(seed: 1);
        Fill(net, "Dense1.bias", -1000);
        var measurement = SignalProbe.Measure(net, s_data);
        Assert.Equal((8, 1.0), (measurement.Layers[0].DeadUnits, measurement.Layers[0].DeadShare));
        Assert.Equal(("Dense1", "8 of its 8 units are dead: no sample moves them."), (measurement.Problem!.Layer, measurement.Problem.Description));
        Assert.EndsWith("Goes wrong first in Dense1: 8 of its 8 units are dead: no sample moves them.", measurement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SaturatedUnits_AreNamed()
    {
        var net = new DeadNet(seed: 1);
        Fill(net, "Dense2.bias", 6);
        var problem = SignalProbe.Measure(net, s_data).Problem!;
        Assert.Equal("Dense2", problem.Layer);
        Assert.Contains("units are saturated", problem.Description, StringComparison.Ordinal);
    }

    /// <summary>tanh units tell samples apart at both ends: the probe speaks later of them, as NETGEN101 does.</summary>
    [Theory]
    [InlineData(25, 0.5, 0.8, false)]
    [InlineData(60, 0.8, 1, true)]
    public void SaturatedUnitsWithoutAMean_AreNamedLate(float scale, double from, double to, bool isProblem)
    {
        var net = new TanhNet(seed: 1);
        var weights = new float[4 * 64];
        net.GetTensor("Dense1.weight", weights);
        net.SetTensor("Dense1.weight", [.. weights.Select(weight => weight * scale)]);
        var measurement = SignalProbe.Measure(net, s_data);
        Assert.InRange(measurement.Layers[0].SaturatedShare!.Value, from, to);
        Assert.Equal(isProblem ? "Dense1" : null, measurement.Problem?.Layer);
    }

    [Fact]
    public void ValuesThatAreNotFinite_AreNamedBeforeAllElse()
    {
        var net = new DeadNet(seed: 1);
        Fill(net, "Dense1.bias", float.PositiveInfinity);
        var problem = SignalProbe.Measure(net, s_data).Problem!;
        Assert.Equal(("Dense1", "its values are not all finite."), (problem.Layer, problem.Description));
    }

    [Theory]
    [InlineData(1e-5f, "vanishes")]
    [InlineData(1e5f, "explodes")]
    public void GradientOutOfProportion_IsNamed(float scale, string word)
    {
        // The gradient passes the last layer's weights on its way back; all else stays as it was.
        var net = new DeadNet(seed: 1);
        var weights = new float[24];
        net.GetTensor("Dense3.weight", weights);
        net.SetTensor("Dense3.weight", [.. weights.Select(weight => weight * scale)]);
        var problem = SignalProbe.Measure(net, s_data).Problem!;
        Assert.Equal("Dense2", problem.Layer);
        Assert.Contains(word, problem.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MeasuresEverySoManySteps_AndTrainsAsWithout()
    {
        var (plain, probed) = (new DeadNet(seed: 1), new DeadNet(seed: 1));
        var told = new List<SignalMeasurement>();
        Assert.Empty(plain.Fit(s_data, Options(null)).Measurements);
        var history = probed.Fit(s_data, Options(new SignalProbe { Every = 4, Samples = 7, Progress = new Listener(told) }));

        // 40 samples in batches of 8, twice: 10 steps, of which the 1st, 5th and 9th are watched.
        Assert.Equal([0L, 4, 8], history.Measurements.Select(static measurement => measurement.Step));
        Assert.Equal(told, history.Measurements);
        Assert.All(history.Measurements, static measurement => Assert.Equal(7, measurement.Samples));
        Assert.All(history.Measurements.SelectMany(static measurement => measurement.Layers), static layer => Assert.InRange(layer.UpdateRatio!.Value, 1e-6, 1));
        Assert.True(plain.Parameters.SequenceEqual(probed.Parameters));
        Assert.Null(history.FirstProblem);
        Assert.Contains("after 4 steps", told[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("update / weight", told[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_OfADeadNetwork_NamesTheLayer()
    {
        var net = new DeadNet(seed: 1);
        Fill(net, "Dense1.bias", -1000);
        Assert.Equal("Dense1", net.Fit(s_data, Options(new SignalProbe())).FirstProblem!.Problem!.Layer);
    }

    [Fact]
    public void Fit_ThatDiverges_StillReportsTheStepThatFailed()
    {
        var net = new DeadNet(seed: 1);
        Fill(net, "Dense3.bias", float.NaN);
        var told = new List<SignalMeasurement>();
        Assert.Throws<DivergedException>(() => net.Fit(s_data, Options(new SignalProbe { Progress = new Listener(told) })));
        var measurement = Assert.Single(told);
        Assert.Equal("Dense3", measurement.Problem!.Layer);
        Assert.All(measurement.Layers, static layer => Assert.Null(layer.UpdateRatio));
    }

    private static FitOptions Options(SignalProbe? probe) => new() { Optimizer = new Sgd(0.01f), BatchSize = 8, Epochs = 2, Probe = probe };

    private static void Fill(DeadNet net, string tensor, float value)
    {
        var values = new float[DeadNet.Tensors.Single(info => info.Name == tensor).Length];
        Array.Fill(values, value);
        net.SetTensor(tensor, values);
    }

    private static DataSet<int> Data()
    {
        var random = new SplitMix64(4, 1);
        var inputs = Enumerable.Range(0, 160).Select(_ => (random.NextBelow(2001) / 1000f) - 1).ToArray();
        return new DataSet<int>(inputs, Enumerable.Range(0, 40).Select(static sample => sample % 3).ToArray(), 4);
    }

    private sealed class Listener(List<SignalMeasurement> told) : IProgress<SignalMeasurement>
    {
        public void Report(SignalMeasurement value) => told.Add(value);
    }
}

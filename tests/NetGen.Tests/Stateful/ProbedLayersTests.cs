using Xunit;

namespace NetGen.Tests.Stateful;

/// <summary>Probes and layers other than dense ones.</summary>
public sealed class ProbedLayersTests
{
    [Fact]
    public void RandomLayers_AreMeasuredAsInPrediction_AndTheNetworkIsNotChanged()
    {
        var network = new NoisyRegression(seed: 1);
        float[] inputs = [.. Enumerable.Range(0, 20).Select(static i => (i % 7 / 3f) - 1)];
        var measurement = SignalProbe.Measure<NoisyRegression, float>(network, inputs, new float[8]);
        Assert.Equal(["Dense1", "Dropout1", "GaussianNoise1", "Dense2"], measurement.Layers.Select(static layer => layer.Name));
        Assert.Equal(measurement.Layers[0].ActivationStandardDeviation, measurement.Layers[2].PreActivationStandardDeviation);
        Assert.Equal(0, network.Step);
        var outputs = new float[8];
        network.Predict(inputs, outputs);
        var last = SignalProbe.Activations(network, inputs)[^1];
        for (var i = 0; i < outputs.Length; i++)
        {
            Assert.Equal(outputs[i], last[i], 1e-5f);
        }
    }

    [Fact]
    public void ALayerThatCannotBeFollowed_IsRefusedByName()
    {
        var exception = Assert.Throws<NotSupportedException>(() =>
            SignalProbe.Measure<StatefulClassifier, int>(new StatefulClassifier(seed: 1), new float[12], new int[2]));
        Assert.Contains("StatefulClassifier cannot be measured: BatchNormalization1 is of the kind BatchNormalization", exception.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => SignalProbe.Activations(new StatefulClassifier(seed: 1), new float[12]));
    }
}

using Xunit;

namespace NetGen.Tests.Probing;

/// <summary>The probe on normalizations, masks, noise, residual blocks and positions: it computes what the emitted network does.</summary>
public sealed class ManyLayersProbeTests
{
    private const int Samples = 128;
    private static readonly float[] s_inputs = Values(Samples * 24, 1);
    private static readonly float[] s_targets = Values(Samples * 3, 2);

    [Fact]
    public void Activations_EndWithThePrediction()
    {
        var net = Trained();
        var outputs = new float[Samples * 3];
        net.Predict(s_inputs, outputs);

        var activations = SignalProbe.Activations(net, s_inputs);
        Assert.Equal(ManyLayersNet.Layers.Length, activations.Length);
        for (var i = 0; i < outputs.Length; i++)
        {
            Assert.Equal(outputs[i], activations[^1][i], 2e-5f);
        }
    }

    /// <summary>The loss of the last layer's values in training is the loss that the emitted training pass reports for the same step.</summary>
    [Fact]
    public void Measure_SeesTheStepThatTrainingWouldTake()
    {
        var net = Trained();
        var gradients = new float[ManyLayersNet.ParameterCount];
        foreach (var step in new[] { 0L, 1L, 7L })
        {
            net.Step = step;
            var loss = net.ComputeGradients(s_inputs, s_targets, gradients);
            var outputs = NetGen.Probing.LayerWalk<ManyLayersNet, float>.Of(net, s_inputs, Samples, isTraining: true)[^1].Activations;
            var walked = outputs.Zip(s_targets, static (output, target) => (double)(output - target) * (output - target)).Average();
            Assert.Equal(loss, walked, 2e-5 * loss);
        }
    }

    [Fact]
    public void Measure_ChangesNothing()
    {
        var net = Trained();
        var (parameters, state, step) = (net.Parameters.ToArray(), net.State.ToArray(), net.Step);
        var first = SignalProbe.Measure<ManyLayersNet, float>(net, s_inputs, s_targets);

        Assert.Equal(parameters, net.Parameters.ToArray());
        Assert.Equal(state, net.State.ToArray());
        Assert.Equal(step, net.Step);
        Assert.Equal(first.ToString(), SignalProbe.Measure<ManyLayersNet, float>(net, s_inputs, s_targets).ToString());
    }

    /// <summary>Predicted beside measured at initialization: sizes within a quarter, gradients within a factor of two.</summary>
    [Fact]
    public void Measure_AgreesWithThePrediction()
    {
        var layers = SignalProbe.Measure<ManyLayersNet, float>(new ManyLayersNet(seed: 5), s_inputs, s_targets).Layers;

        Assert.All(layers, static layer =>
        {
            Assert.InRange(layer.PreActivationStandardDeviation / layer.Predicted!.PreActivationStandardDeviation!.Value, 0.75, 1.33);
            Assert.Equal(layer.Predicted.WeightGradientRms is null, layer.WeightGradientRms is null);
            if (layer.WeightGradientRms is { } gradient)
            {
                Assert.InRange(gradient / layer.Predicted.WeightGradientRms!.Value, 0.5, 2);
            }
        });
        Assert.Equal(7, layers.Count(static layer => layer.WeightGradientRms is not null));
    }

    /// <summary>A sample's gradient, where there is none of one sample: as large as the theory of independent samples says, whatever the batches.</summary>
    [Fact]
    public void Measure_OfFewSamplesIsPossible()
    {
        var net = new ManyLayersNet(seed: 5);
        foreach (var samples in new[] { 2, 3, 5 })
        {
            var layers = SignalProbe.Measure<ManyLayersNet, float>(net, s_inputs.AsSpan(0, samples * 24), s_targets.AsSpan(0, samples * 3)).Layers;
            Assert.All(layers.Where(static layer => layer.WeightRms is not null), static layer => Assert.True(layer.WeightGradientRms > 0));
        }
    }

    private static ManyLayersNet Trained()
    {
        var net = new ManyLayersNet(seed: 5);
        var optimizer = new Sgd(0.01f);
        for (var step = 0; step < 5; step++)
        {
            net.TrainStep(s_inputs, s_targets, optimizer);
        }

        return net;
    }

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }
}

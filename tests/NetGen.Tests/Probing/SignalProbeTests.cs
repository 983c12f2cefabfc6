using System.Globalization;
using NetGen.Data;
using Xunit;

namespace NetGen.Tests.Probing;

/// <summary>The probe against plain double-precision formulas, written out here once more.</summary>
public sealed class SignalProbeTests
{
    private const int Samples = 60;
    private static readonly float[] s_inputs = Values(Samples * 5, 1, scale: 4);
    private static readonly float[] s_targets = Values(Samples * 4, 2, scale: 1);

    [Fact]
    public void Measure_AgreesWithPlainFormulas()
    {
        var net = new ProbedNet(seed: 3);
        var measurement = SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets);
        Assert.Equal(["Dense1", "Dense2", "Dense3", "Activation1", "Dense4", "Dense5"], measurement.Layers.Select(static layer => layer.Name));
        Assert.Equal((Samples, 0L, nameof(ProbedNet)), (measurement.Samples, measurement.Step, measurement.Network));
        Assert.Equal(net.ComputeLoss(s_inputs, s_targets), measurement.Loss, 1e-5);

        var x = Array.ConvertAll(s_inputs, static value => (0.5 * value) - 1);
        Func<double, double>[] functions = [static z => 1 / (1 + Math.Exp(-z)), static z => Math.Max(z, 0), static z => z, Math.Tanh, static z => z * z * z];
        for (var index = 0; index < 5; index++)
        {
            var z = index == 3 ? x : Affine(net, measurement.Layers[index].Name, x, hasBias: index != 1);
            var a = Array.ConvertAll(z, value => functions[index](value));
            var measured = measurement.Layers[index];
            Near(z, measured.PreActivationMean, measured.PreActivationStandardDeviation);
            Near(a, measured.ActivationMean, measured.ActivationStandardDeviation);
            var limit = index == 0 ? 2 * Math.Atanh(Math.Sqrt(0.9)) : Math.Atanh(Math.Sqrt(0.9));
            double? saturated = index is 0 or 3 ? z.Count(value => Math.Abs(value) > limit) / (double)z.Length : null;
            Assert.Equal(saturated.HasValue, measured.SaturatedShare.HasValue);
            Assert.Equal(saturated ?? 0, measured.SaturatedShare ?? 0, 2.0 / z.Length);
            Assert.Equal(index == 1 ? z.Count(static value => value < 0) / (double)z.Length : null, measured.DeadShare);
            x = a;
        }

        Assert.InRange(measurement.Layers[0].SaturatedShare!.Value, 0.1, 0.9);
        Assert.Null(measurement.Layers[5].DeadUnits);
        Assert.Equal(0.25, measurement.Layers[5].ActivationMean, 1e-6);
    }

    [Fact]
    public void Measure_TakesGradientsOfOneSampleAtATime()
    {
        var net = new ProbedNet(seed: 3);
        var measurement = SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets);
        var gradients = new float[ProbedNet.ParameterCount];
        var squares = 0.0;
        var last = 0.0;
        for (var sample = 0; sample < Samples; sample++)
        {
            net.ComputeGradients(s_inputs.AsSpan(sample * 5, 5), s_targets.AsSpan(sample * 4, 4), gradients);
            squares += Tensor("Dense1.weight", gradients).Average(static value => (double)value * value) / Samples;
            last += Tensor("Dense5.weight", gradients).Average(static value => (double)value * value) / Samples;
        }

        Assert.Equal(1, measurement.Layers[0].WeightGradientRms!.Value / Math.Sqrt(squares), 1e-6);
        Assert.Equal(1, measurement.Layers[0].GradientRatio!.Value / Math.Sqrt(squares / last), 1e-6);
        Assert.Equal(1, measurement.Layers[5].GradientRatio);
        Assert.Null(measurement.Layers[3].WeightGradientRms);
    }

    [Fact]
    public void Measure_CarriesThePrediction()
    {
        var layers = SignalProbe.Measure<ProbedNet, float>(new ProbedNet(seed: 3), s_inputs, s_targets).Layers;
        Assert.Equal(ProbedNet.Layers.Select(static layer => layer.Signal), layers.Select(static layer => layer.Predicted));

        // Five inputs of E[x^2] = 1 and N(0, 9): q = 45; P(|N(0, 45)| > 3.637) = .588.
        Assert.Equal(Math.Sqrt(45), layers[0].Predicted!.PreActivationStandardDeviation!.Value, 1e-3);
        Assert.Equal(0.588, layers[0].Predicted!.SaturatedShare!.Value, 1e-3);
        Assert.Equal(0.5, layers[1].Predicted!.DeadShare!.Value, 1e-3);
        Assert.Null(layers[4].Predicted!.ActivationStandardDeviation);
    }

    [Fact]
    public void Measure_WithParametersBefore_GivesUpdateOverWeight()
    {
        var net = new ProbedNet(seed: 3);
        var before = net.Parameters.ToArray();
        foreach (ref var parameter in net.Parameters)
        {
            parameter *= 1.25f;
        }

        var layers = SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets, 10, before).Layers;
        Assert.All(layers.Where(static layer => layer.WeightRms is not null), static layer => Assert.Equal(0.25, layer.UpdateRatio!.Value, 1e-6));
        Assert.Null(layers[3].UpdateRatio);
    }

    [Fact]
    public void Measure_OfManySamples_TakesEvenlySpreadOnes()
    {
        var net = new ProbedNet(seed: 3);
        var some = SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets, 3, default);
        float[] inputs = [.. s_inputs[..5], .. s_inputs[100..105], .. s_inputs[200..205]];
        float[] targets = [.. s_targets[..4], .. s_targets[80..84], .. s_targets[160..164]];
        Assert.Equal(3, some.Samples);
        Assert.Equal(SignalProbe.Measure<ProbedNet, float>(net, inputs, targets).ToString(), some.ToString());
    }

    [Fact]
    public void Activations_EndWithThePrediction()
    {
        var net = new ProbedNet(seed: 3);
        var outputs = new float[Samples * 4];
        net.Predict(s_inputs, outputs);
        var activations = SignalProbe.Activations(net, s_inputs);
        Assert.Equal([40, 30, 20, 20, 6, 4], activations.Select(static layer => layer.Length / Samples));
        for (var i = 0; i < outputs.Length; i++)
        {
            Assert.Equal(outputs[i], activations[^1][i], 1e-5f);
        }
    }

    [Fact]
    public void ToString_IsATable_InEveryCulture()
    {
        var former = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var lines = SignalProbe.Measure<ProbedNet, float>(new ProbedNet(seed: 3), s_inputs, s_targets).ToString().Split('\n');
            Assert.StartsWith("ProbedNet, 60 samples, loss 0.", lines[0], StringComparison.Ordinal);
            Assert.Contains("saturated", lines[1], StringComparison.Ordinal);
            Assert.Contains("predicted", lines[2], StringComparison.Ordinal);
            Assert.StartsWith("Dense1 ", lines[3], StringComparison.Ordinal);
            Assert.Contains(" 6.71 ", lines[3], StringComparison.Ordinal);
            Assert.Contains(" 59% ", lines[3], StringComparison.Ordinal);
            Assert.DoesNotContain("update", lines[1], StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = former;
        }
    }

    [Fact]
    public void BadInput_IsRefusedWithBothNumbers()
    {
        var net = new ProbedNet(seed: 3);
        Assert.Contains("239", Assert.Throws<ShapeMismatchException>(() => SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets[1..])).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(() => SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets, 5, new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SignalProbe.Measure<ProbedNet, float>(net, s_inputs, s_targets, 0, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalProbe { Every = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalProbe { Samples = 0 });
    }

    private static float[] Tensor(string name, ReadOnlySpan<float> buffer)
    {
        var values = new float[ProbedNet.Tensors.Single(tensor => tensor.Name == name).Length];
        ProbedNet.GetTensor(name, buffer, values);
        return values;
    }

    private static double[] Affine(ProbedNet net, string layer, double[] x, bool hasBias)
    {
        var w = Tensor(layer + ".weight", net.Parameters);
        var inputs = x.Length / Samples;
        var units = w.Length / inputs;
        var b = hasBias ? Tensor(layer + ".bias", net.Parameters) : new float[units];
        var z = new double[Samples * units];
        for (var i = 0; i < z.Length; i++)
        {
            var (sample, unit) = (i / units, i % units);
            z[i] = b[unit] + Enumerable.Range(0, inputs).Sum(input => (double)w[(unit * inputs) + input] * x[(sample * inputs) + input]);
        }

        return z;
    }

    private static void Near(double[] values, double mean, double deviation)
    {
        var expected = values.Average();
        var size = Math.Sqrt(values.Average(value => (value - expected) * (value - expected)));
        Assert.Equal(expected, mean, 1e-4 * (size + Math.Abs(expected)));
        Assert.Equal(size, deviation, 1e-4 * size);
    }

    private static float[] Values(int count, ulong stream, float scale)
    {
        var random = new SplitMix64(9, stream);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextBelow(1000) / 1000f * scale)];
    }
}

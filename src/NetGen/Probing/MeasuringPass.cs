using System.Collections.Immutable;
using NetGen.Numerics;

namespace NetGen.Probing;

/// <summary>
/// One measurement: a forward pass layer by layer in plain code, and the emitted backward pass sample by sample, since it is the gradient of one sample that
/// is predicted.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class MeasuringPass<TNetwork, TTarget>(TNetwork network)
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    /// <summary>Measures <paramref name="count"/> of <paramref name="samples"/> samples, evenly spread.</summary>
    public SignalMeasurement Run(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, int samples, int count)
    {
        var (width, targetWidth) = (TNetwork.InputSize, TNetwork.TargetSize);
        var chosenInputs = new float[count * width];
        var chosenTargets = new TTarget[count * targetWidth];
        for (var i = 0; i < count; i++)
        {
            var sample = (int)((long)i * samples / count);
            inputs.Slice(sample * width, width).CopyTo(chosenInputs.AsSpan(i * width));
            targets.Slice(sample * targetWidth, targetWidth).CopyTo(chosenTargets.AsSpan(i * targetWidth));
        }

        LayerWalk<TNetwork, TTarget>.Check();
        var (gradients, loss) = Gradients(chosenInputs, chosenTargets, count);
        var layers = Layers(chosenInputs, count, gradients);
        return new SignalMeasurement
        {
            Network = TNetwork.Name,
            Layers = layers,
            Samples = count,
            Loss = loss,
            Problem = ProblemFinder.Find(layers),
        };
    }

    private ImmutableArray<LayerMeasurement> Layers(float[] inputs, int count, double?[] gradients)
    {
        var last = gradients.LastOrDefault(static gradient => gradient is not null);
        var layers = ImmutableArray.CreateBuilder<LayerMeasurement>(TNetwork.Layers.Length);
        foreach (var (number, weights, z, a) in LayerWalk<TNetwork, TTarget>.Of(network.Parameters, inputs))
        {
            layers.Add(Measure(number, TNetwork.Layers[number - 1], z, a, count) with
            {
                WeightRms = weights is null ? null : Math.Sqrt(Moments.Squares(network.Parameters.Slice(weights.Offset, weights.Length)) / weights.Length),
                WeightGradientRms = gradients[number - 1],
                GradientRatio = last > 0 ? gradients[number - 1] / last : null,
            });
        }

        return layers.MoveToImmutable();
    }

    private static LayerMeasurement Measure(int number, LayerInfo layer, float[] z, float[] a, int count)
    {
        var (mean, deviation) = Moments.Of(z);
        var (activationMean, activationDeviation) = Moments.Of(a);
        var units = z.Length / count;
        var measurement = new LayerMeasurement
        {
            Name = layer.Name,
            Predicted = layer.Signal,
            PreActivationMean = mean,
            PreActivationStandardDeviation = deviation,
            ActivationMean = activationMean,
            ActivationStandardDeviation = activationDeviation,
            Units = units,
        };

        // Softmax mixes its layer's values, so no unit has a slope of its own.
        if (layer.Activation == "Softmax")
        {
            return measurement;
        }

        var shape = new ActivationShape((from, to) => TNetwork.Activate(number, from, to));
        var slopes = new float[z.Length];
        shape.Slopes(z, slopes);
        var (flat, off) = (0, 0);
        var moves = new bool[units];
        for (var i = 0; i < z.Length; i++)
        {
            flat += shape.IsFlat(slopes[i]) ? 1 : 0;
            off += z[i] < 0 ? 1 : 0;
            moves[i % units] |= !shape.IsDead(slopes[i]);
        }

        return measurement with
        {
            SaturatedShare = shape.HasFlatEnds ? (double)flat / z.Length : null,
            DeadShare = layer.Activation == "Relu" ? (double)off / z.Length : null,
            DeadUnits = moves.Count(static moving => !moving),
        };
    }

    /// <summary>The rms of the weights' gradient for one sample, by layer (null where there are no weights), and the mean loss.</summary>
    private (double?[] Rms, double Loss) Gradients(float[] inputs, TTarget[] targets, int count)
    {
        var buffer = new AlignedBuffer(TNetwork.ParameterCount);
        var statistics = new AlignedBuffer(TNetwork.StateCount);
        var weights = TNetwork.Layers.Select(WeightTensor.Of<TNetwork, TTarget>).ToArray();
        var squares = new double[weights.Length];
        var loss = 0.0;
        for (var sample = 0; sample < count; sample++)
        {
            loss += network.ComputeGradients(
                inputs.AsSpan(sample * TNetwork.InputSize, TNetwork.InputSize),
                targets.AsSpan(sample * TNetwork.TargetSize, TNetwork.TargetSize),
                buffer.Span,
                new StepContext(network.Seed, network.Step, sample),
                statistics.Span);
            for (var index = 0; index < weights.Length; index++)
            {
                squares[index] += weights[index] is { } tensor ? Moments.Squares(buffer.Span.Slice(tensor.Offset, tensor.Length)) : 0;
            }
        }

        var rms = weights.Select((tensor, index) => tensor is null ? (double?)null : Math.Sqrt(squares[index] / ((double)count * tensor.Length))).ToArray();
        return (rms, loss / count);
    }
}

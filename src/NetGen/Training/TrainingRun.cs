using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NetGen.Data;
using NetGen.Numerics;
using NetGen.Probing;

namespace NetGen.Training;

/// <summary>One call of Fit: the buffers, and the loops over epochs and batches.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class TrainingRun<TNetwork, TTarget>
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private readonly TNetwork network;
    private readonly DataSet<TTarget> data;
    private readonly DataSet<TTarget>? validation;
    private readonly FitOptions options;
    private readonly Evaluator<TNetwork, TTarget> evaluator;
    private readonly TrainingProbe<TNetwork, TTarget>? probe;
    private readonly AlignedBuffer gradients = new(TNetwork.ParameterCount);
    private readonly int batchSize;

    // Only where samples are gathered in another order; otherwise batches are slices of the data.
    private readonly int[] order;
    private readonly AlignedBuffer batchInputs;
    private readonly TTarget[] batchTargets;

    private int epoch;
    private long step;

    public TrainingRun(TNetwork network, DataSet<TTarget> data, DataSet<TTarget>? validation, FitOptions options)
    {
        (this.network, this.data, this.validation, this.options) = (network, data, validation, options);
        evaluator = new Evaluator<TNetwork, TTarget>(network);
        probe = options.Probe is { } settings ? new TrainingProbe<TNetwork, TTarget>(network, settings) : null;
        batchSize = Math.Min(options.BatchSize, data.Count);
        var gathered = options.Shuffle ? batchSize : 0;
        order = options.Shuffle ? new int[data.Count] : [];
        batchInputs = new AlignedBuffer(checked(gathered * TNetwork.InputSize));
        batchTargets = new TTarget[gathered * TNetwork.TargetSize];
    }

    public TrainingHistory Run()
    {
        var reports = ImmutableArray.CreateBuilder<EpochReport>();
        for (epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var report = RunEpoch();
            reports.Add(report);
            options.Progress?.Report(report);
        }

        return new TrainingHistory(reports.ToImmutable(), probe?.Measurements ?? []);
    }

    private EpochReport RunEpoch()
    {
        var watch = Stopwatch.StartNew();
        if (options.Shuffle)
        {
            new SplitMix64(options.Seed, (ulong)epoch).FillWithPermutation(order);
        }

        var lossSum = 0.0;
        for (var start = 0; start < data.Count; start += batchSize)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            var samples = Math.Min(batchSize, data.Count - start);
            lossSum += (double)Step(start, samples) * samples;
        }

        CheckParameters(lossSum / data.Count);

        var rate = options.Optimizer.LearningRate;
        double? metric = options.MeasureTraining ? evaluator.Measure(data, options.CancellationToken) : null;
        var measured = validation is null ? null : Validate(validation);
        return new EpochReport
        {
            Epoch = epoch,
            Epochs = options.Epochs,
            Loss = lossSum / data.Count,
            Accuracy = Evaluator<TNetwork, TTarget>.IsRegression ? null : metric,
            MeanAbsoluteError = Evaluator<TNetwork, TTarget>.IsRegression ? metric : null,
            Validation = measured,
            LearningRate = rate,
            Steps = step,
            Duration = watch.Elapsed,
        };
    }

    private float Step(int start, int samples)
    {
        step++;
        ReadOnlySpan<float> inputs;
        ReadOnlySpan<TTarget> targets;
        if (options.Shuffle)
        {
            var gatheredInputs = batchInputs.Span[..(samples * TNetwork.InputSize)];
            var gatheredTargets = batchTargets.AsSpan(0, samples * TNetwork.TargetSize);
            data.Batch(order.AsSpan(start, samples), gatheredInputs, gatheredTargets);
            inputs = gatheredInputs;
            targets = gatheredTargets;
        }
        else
        {
            inputs = data.Inputs.Slice(start * TNetwork.InputSize, samples * TNetwork.InputSize);
            targets = data.Targets.Slice(start * TNetwork.TargetSize, samples * TNetwork.TargetSize);
        }

        probe?.BeforeStep(step, inputs, targets);
        var loss = network.ComputeGradients(inputs, targets, gradients.Span);
        if (!float.IsFinite(loss))
        {
            throw Diverged("the loss", loss, loss);
        }

        if (options.ClipNorm is { } norm)
        {
            var before = Gradients.ClipNorm(gradients.Span, norm);
            if (!float.IsFinite(before) && FiniteScan.IndexOfNonFinite(gradients.Span) >= 0)
            {
                throw Diverged("the norm of the gradients", before, loss);
            }
        }

        options.Optimizer.Step(network.Parameters, gradients.Span);
        probe?.AfterStep(completed: true);
        return loss;
    }

    /// <summary>A gradient may overflow while its loss is finite; the last step's would go unnoticed without this look, once an epoch.</summary>
    private void CheckParameters(double loss)
    {
        var index = FiniteScan.IndexOfNonFinite(network.Parameters);
        if (index >= 0)
        {
            throw Diverged("a parameter", network.Parameters[index], loss);
        }
    }

    private Evaluation Validate(DataSet<TTarget> measured)
    {
        var evaluation = evaluator.Evaluate(measured, options.CancellationToken);
        return double.IsFinite(evaluation.Loss) ? evaluation : throw Diverged("the validation loss", evaluation.Loss, evaluation.Loss, withGradients: false);
    }

    private DivergedException Diverged(string what, double value, double loss, bool withGradients = true)
    {
        // A measurement of the step that failed is worth most of all.
        probe?.AfterStep(completed: false);
        return Divergence.Describe(
            string.Create(CultureInfo.InvariantCulture, $"{what} is {value}"),
            loss,
            epoch,
            step,
            TNetwork.Layers,
            TNetwork.Tensors,
            network.Parameters,
            withGradients ? gradients.Span : default,
            options);
    }
}

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
internal sealed class TrainingRun<TNetwork, TTarget> : IDisposable
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private readonly TNetwork network;
    private readonly DataSet<TTarget> data;
    private readonly DataSet<TTarget>? validation;
    private readonly FitOptions options;
    private readonly Evaluator<TNetwork, TTarget> evaluator;
    private readonly TrainingProbe<TNetwork, TTarget>? probe;
    private readonly ParallelTrainer<TNetwork, TTarget> trainer;
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
        trainer = new ParallelTrainer<TNetwork, TTarget>(network, options.Workers);
        evaluator = new Evaluator<TNetwork, TTarget>(network, trainer.Pool);
        probe = options.Probe is { } settings ? new TrainingProbe<TNetwork, TTarget>(network, settings) : null;
        batchSize = Math.Min(options.BatchSize, data.Count);
        var gathered = options.Shuffle ? LargestBatch : 0;
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

    /// <summary>Ends the threads.</summary>
    public void Dispose() => trainer.Dispose();

    // The last step takes a rest that is too small for a batch as well.
    private int LargestBatch => data.Count % batchSize is var rest && rest > 0 && rest < TNetwork.MinimumBatchSize ? batchSize + rest : batchSize;

    private EpochReport RunEpoch()
    {
        var watch = Stopwatch.StartNew();
        if (options.Shuffle)
        {
            new SplitMix64(options.Seed, (ulong)epoch).FillWithPermutation(order);
        }

        var lossSum = 0.0;
        for (int start = 0, samples; start < data.Count; start += samples)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            samples = SamplesFrom(start);
            lossSum += (double)Step(start, samples) * samples;
        }

        CheckNetwork(lossSum / data.Count);

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

    /// <summary>Samples of the step that begins at one: a batch, or all that are left.</summary>
    private int SamplesFrom(int start)
    {
        var left = data.Count - start;
        return left - batchSize < TNetwork.MinimumBatchSize ? left : batchSize;
    }

    private float Step(int start, int samples)
    {
        step++;
        var loss = options.Shuffle
            ? ShuffledGradients(order.AsSpan(start, samples))
            : OrderedGradients(start, samples);
        if (!float.IsFinite(loss))
        {
            throw Diverged("the loss", loss, loss);
        }

        if (options.ClipNorm is { } norm)
        {
            var gradients = trainer.Gradients();
            var before = Gradients.ClipNorm(gradients, norm);
            if (!float.IsFinite(before) && FiniteScan.IndexOfNonFinite(gradients) >= 0)
            {
                throw Diverged("the norm of the gradients", before, loss);
            }
        }

        trainer.Update(options.Optimizer);
        probe?.AfterStep(completed: true);
        return loss;
    }

    private float ShuffledGradients(ReadOnlySpan<int> indices)
    {
        var inputs = batchInputs.Span[..(indices.Length * TNetwork.InputSize)];
        var targets = batchTargets.AsSpan(0, indices.Length * TNetwork.TargetSize);
        if (probe is null)
        {
            return trainer.KeepGradients(data, indices, inputs, targets);
        }

        // The probe sees the batch first, so that it must be whole.
        data.Batch(indices, inputs, targets);
        probe.BeforeStep(step, inputs, targets);
        return trainer.KeepGradients(inputs, targets);
    }

    private float OrderedGradients(int start, int samples)
    {
        var inputs = data.Inputs.Slice(start * TNetwork.InputSize, samples * TNetwork.InputSize);
        var targets = data.Targets.Slice(start * TNetwork.TargetSize, samples * TNetwork.TargetSize);
        probe?.BeforeStep(step, inputs, targets);
        return trainer.KeepGradients(inputs, targets);
    }

    /// <summary>A gradient may overflow while its loss is finite; the last step's would go unnoticed without this look, once an epoch.</summary>
    private void CheckNetwork(double loss)
    {
        var index = FiniteScan.IndexOfNonFinite(network.Parameters);
        if (index >= 0)
        {
            throw Diverged("a parameter", network.Parameters[index], loss);
        }

        // A variance may overflow while what is divided by it is finite: prediction would give 0 for every value.
        var place = FiniteScan.IndexOfNonFinite(network.State);
        if (place >= 0)
        {
            var tensor = TNetwork.Tensors.First(tensor => tensor.Role == TensorRole.State && place >= tensor.Offset && place < tensor.Offset + tensor.Length);
            throw Diverged("an element of " + tensor.Name, network.State[place], loss);
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
            withGradients ? trainer.Gradients() : default,
            options);
    }
}

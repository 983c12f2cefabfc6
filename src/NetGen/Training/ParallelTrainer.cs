using System.Runtime.InteropServices;
using NetGen.Losses;
using NetGen.Numerics;
using NetGen.Optimizers;
using NetGen.Training;
using NetGen.Training.Threads;

namespace NetGen;

/// <summary>
/// Trains a network step by step on several threads: each computes the gradients of its share of the batch in a buffer of its own; the shares are then added
/// up in their order, and the parameters updated, each thread a part. <see cref="FitOptions.Workers"/> is the same for <c>Fit</c>.
/// </summary>
/// <remarks>
/// <para>
/// Random layers such as dropout draw by the sample's index in the batch, and their masks are the same with any number of workers. Batch normalization takes the
/// mean and variance of a share of the batch, as is usual where a batch is split; every share's statistics are folded into the running ones, in the order of the
/// shares. A share has at least 8 samples, unless the whole batch has fewer.
/// </para>
/// <para>
/// Same parameters, batches and <see cref="Workers"/>, same bits, on a machine with any number of processors. Another number of workers adds in another order:
/// the results differ by roundings. Batches too small to be worth splitting are not split, and give the bits of one worker.
/// </para>
/// <para>
/// Threads are started when the first batch needs them, at most one a processor, and wait between steps: for 100 microseconds awake, so that the next step
/// starts at once, then asleep. They end with <see cref="Dispose"/>. One step at a time: a trainer is not to be used by several threads at once, and the
/// parameters must not change during a step. After the first steps nothing is allocated.
/// </para>
/// </remarks>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
/// <example>
/// <code>
/// using var trainer = new ParallelTrainer&lt;DigitNet, int&gt;(net, workers: 2);
/// float loss = trainer.TrainStep(inputs, targets, optimizer);
/// </code>
/// </example>
public sealed class ParallelTrainer<TNetwork, TTarget> : IDisposable
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private readonly TNetwork network;
    private readonly GradientShares shares = new(TNetwork.ParameterCount, TNetwork.StateCount);
    private readonly GradientWork<TNetwork, TTarget> gradientWork;
    private readonly SumWork sumWork;
    private readonly UpdateWork updateWork;

    /// <summary>Takes a network to be trained; no thread is started yet.</summary>
    /// <param name="network">The network.</param>
    /// <param name="workers">Into how many shares a batch may be split, from 1 to 256. With 1 everything runs on the caller's thread.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of workers is below 1 or above 256.</exception>
    public ParallelTrainer(TNetwork network, int workers)
        : this(network, workers, Environment.ProcessorCount)
    {
    }

    /// <summary>Takes a network to be trained on a machine with so many processors.</summary>
    /// <param name="network">The network.</param>
    /// <param name="workers">Into how many shares a batch may be split.</param>
    /// <param name="processors">Processors: more threads than these would take turns and gain nothing.</param>
    internal ParallelTrainer(TNetwork network, int workers, int processors)
    {
        ArgumentNullException.ThrowIfNull(network);
        FitChecks.Workers(workers, nameof(workers));
        (this.network, Workers) = (network, workers);
        Pool = new WorkerPool(Math.Min(workers, processors));
        gradientWork = new GradientWork<TNetwork, TTarget>(network, shares, workers);
        sumWork = new SumWork(shares);
        updateWork = new UpdateWork(shares, Pool.MostThreads);
    }

    /// <summary>Into how many shares a batch may be split.</summary>
    public int Workers { get; }

    /// <summary>The threads.</summary>
    internal WorkerPool Pool { get; }

    /// <summary>
    /// The mean loss over a batch and its gradient with respect to every parameter, in training at the network's current seed and step; the network is not
    /// changed.
    /// </summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="gradients">ParameterCount elements in the layout of the network's parameters; overwritten.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length.</exception>
    /// <exception cref="InvalidLabelException">A target is not a class of the network.</exception>
    /// <exception cref="ArgumentException">The batch has fewer samples than the network's <c>MinimumBatchSize</c>.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed of.</exception>
    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients)
    {
        Check.Length(gradients.Length, TNetwork.ParameterCount, nameof(gradients), TNetwork.Name);
        CheckBatch(inputs, targets);
        var loss = gradientWork.Compute(Pool, inputs, targets);
        sumWork.Compute(Pool, gradients);
        return loss;
    }

    /// <summary>
    /// One step of training: gradients over the batch, then the optimizer's update, then the shares' statistics into the state and the network's step + 1. Where
    /// it throws, the network is as it was, unless a custom optimizer has changed the parameters before it threw.
    /// </summary>
    /// <param name="inputs">[samples][InputSize], row-major.</param>
    /// <param name="targets">[samples][TargetSize], row-major.</param>
    /// <param name="optimizer">
    /// Holds the learning rate and what it remembers between steps. NetGen's own update on all threads; a custom one on the caller's thread alone.
    /// </param>
    /// <returns>The mean loss before the update.</returns>
    /// <exception cref="ShapeMismatchException">A span has another length, or the optimizer has taken steps with another network.</exception>
    /// <exception cref="InvalidLabelException">A target is not a class of the network.</exception>
    /// <exception cref="ArgumentException">The batch has fewer samples than the network's <c>MinimumBatchSize</c>.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed of.</exception>
    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        CheckBatch(inputs, targets);
        var loss = gradientWork.Compute(Pool, inputs, targets);
        Update(optimizer);
        return loss;
    }

    /// <summary>Ends the threads and waits for their end.</summary>
    public void Dispose() => Pool.Dispose();

    /// <summary>Computes the gradients of a batch that has been checked, and keeps them.</summary>
    /// <param name="inputs">[samples][InputSize].</param>
    /// <param name="targets">[samples][TargetSize].</param>
    /// <returns>The mean loss.</returns>
    internal float KeepGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets) => gradientWork.Compute(Pool, inputs, targets);

    /// <summary>Gathers a batch out of data that have been checked, computes its gradients and keeps them.</summary>
    /// <param name="data">The data.</param>
    /// <param name="indices">The samples of the batch.</param>
    /// <param name="inputs">[indices][InputSize]; overwritten.</param>
    /// <param name="targets">[indices][TargetSize]; overwritten.</param>
    /// <returns>The mean loss.</returns>
    internal float KeepGradients(DataSet<TTarget> data, ReadOnlySpan<int> indices, Span<float> inputs, Span<TTarget> targets) =>
        gradientWork.Compute(Pool, data, indices, inputs, targets);

    /// <summary>The gradient of the batch last seen, its shares added up; what is changed there, the update takes.</summary>
    internal Span<float> Gradients()
    {
        if (shares.Count > 1)
        {
            sumWork.Compute(Pool, shares[0]);
            shares.Merge();
        }

        return shares[0];
    }

    /// <summary>Ends a step: the parameters by the gradients that were kept, the state by the statistics, and the network's step.</summary>
    /// <param name="optimizer">The optimizer.</param>
    internal void Update(Optimizer optimizer)
    {
        if (optimizer is ElementwiseOptimizer elementwise)
        {
            updateWork.Compute(Pool, network.Parameters, elementwise);
        }
        else
        {
            optimizer.Step(network.Parameters, Gradients());
        }

        for (var share = 0; share < shares.SplitCount && TNetwork.StateCount > 0; share++)
        {
            network.UpdateState(shares.Statistics(share));
        }

        network.Step++;
    }

    /// <summary>Of the batch as a whole, since a share's message would count from its own first sample.</summary>
    private static void CheckBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets)
    {
        var samples = Check.Batch(inputs.Length, TNetwork.InputSize, TNetwork.Name);
        Check.MinimumBatch(samples, TNetwork.MinimumBatchSize, TNetwork.Name);
        Check.Length(targets.Length, (long)samples * TNetwork.TargetSize, nameof(targets), TNetwork.Name);
        if (typeof(TTarget) == typeof(int))
        {
            Targets.CheckClasses(MemoryMarshal.Cast<TTarget, int>(targets), TNetwork.OutputSize);
        }
    }
}

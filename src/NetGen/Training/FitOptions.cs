namespace NetGen;

/// <summary>How a network is trained by <see cref="Trainer.Fit{TNetwork,TTarget}"/>. Checked before the first step.</summary>
public sealed class FitOptions
{
    /// <summary>The update rule, of this network alone; <see cref="Adam"/> with its defaults unless set.</summary>
    public Optimizer Optimizer { get; init; } = new Adam();

    /// <summary>How often every sample is seen, at least 1; 10 unless set.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>
    /// Samples per step, at least 1; 32 unless set. The last step of an epoch takes what is left. For a network that normalizes over the batch it is at least 2,
    /// and a single sample that would be left over is trained on in the step before it, which then has one sample more.
    /// </summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Data the network is measured on after every epoch and not trained on; of the same kind as the training data.</summary>
    public DataSet? Validation { get; init; }

    /// <summary>Whether every epoch sees the samples in a random order of its own; true unless set. Otherwise they come as they stand.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The seed of the orders: same seed, same orders, on every machine. Dropout draws by the network's own <c>Seed</c> instead.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The largest Euclidean norm of all gradients together, above 0; larger ones are scaled down to it (<see cref="Gradients.ClipNorm"/>). Not clipped unless
    /// set.
    /// </summary>
    public float? ClipNorm { get; init; }

    /// <summary>
    /// Whether accuracy or mean absolute error on the training data are measured after every epoch, which costs one more forward pass over them; true unless
    /// set. The training loss costs nothing: it is the mean of what the steps of the epoch saw.
    /// </summary>
    public bool MeasureTraining { get; init; } = true;

    /// <summary>
    /// Into how many shares a batch may be split, each computed by a thread of its own, from 1 to 256; 1 unless set, which runs everything on the calling
    /// thread. <see cref="Environment.ProcessorCount"/> uses the whole machine. Batch normalization takes the statistics of a share
    /// (<see cref="ParallelTrainer{TNetwork,TTarget}"/>). Same seed and number of workers, same bits, on every machine; another number
    /// adds gradients in another order, and differs by roundings. Batches too small to gain by it are not split, more threads than processors not started, and
    /// all have ended when <c>Fit</c> returns or throws.
    /// </summary>
    public int Workers { get; init; } = 1;

    /// <summary>Told of every epoch when it ends, on the training thread; <see cref="ConsoleProgress"/> prints a line.</summary>
    public IProgress<EpochReport>? Progress { get; init; }

    /// <summary>Measures the signal through the network every so many steps; not unless set.</summary>
    public SignalProbe? Probe { get; init; }

    /// <summary>Stops training between two steps by <see cref="OperationCanceledException"/>; the network is as the last whole step left it.</summary>
    public CancellationToken CancellationToken { get; init; }
}

using NetGen.Training;
using NetGen.Training.Threads;

namespace NetGen;

/// <summary>Trains and measures networks of any kind.</summary>
public static class Trainer
{
    /// <summary>
    /// Trains a network on a data set: epoch by epoch, batch by batch. Everything is checked before the first step, so that a refused call leaves the
    /// network as it was. Same data, options (<see cref="FitOptions.Workers"/> among them) and network (parameters, state, seed and step), same result, to the
    /// bit. Steps are counted on from the network's own: dropout in a second call draws anew.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The training data.</param>
    /// <param name="options">How to train.</param>
    /// <returns>What every epoch came to.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range, such as a batch size of 1 for a network that normalizes over the batch.</exception>
    /// <exception cref="ArgumentException">There is one sample only, and the network normalizes over the batch.</exception>
    /// <exception cref="ShapeMismatchException">Data, or an optimizer that has taken steps, do not fit the network.</exception>
    /// <exception cref="InvalidLabelException">A label is not a class of the network.</exception>
    /// <exception cref="DivergedException">The loss is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public static TrainingHistory Fit<TNetwork, TTarget>(TNetwork network, DataSet<TTarget> data, FitOptions options)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        FitChecks.Options(options);
        FitChecks.Data<TNetwork, TTarget>(data, "training");
        FitChecks.Batches<TNetwork, TTarget>(data.Count, options);
        var validation = FitChecks.Validation<TNetwork, TTarget>(options.Validation);
        using var run = new TrainingRun<TNetwork, TTarget>(network, data, validation, options);
        return run.Run();
    }

    /// <summary>
    /// Measures a network on a data set, in prediction: batch normalizations take their running statistics, dropout and noise do nothing. The network is not
    /// changed.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The data.</param>
    /// <returns>Loss, and accuracy or mean absolute error.</returns>
    /// <exception cref="ShapeMismatchException">The data do not fit the network.</exception>
    /// <exception cref="InvalidLabelException">A label is not a class of the network.</exception>
    public static Evaluation Evaluate<TNetwork, TTarget>(TNetwork network, DataSet<TTarget> data)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        FitChecks.Data<TNetwork, TTarget>(data, "evaluation");
        using var pool = new WorkerPool(1);
        return new Evaluator<TNetwork, TTarget>(network, pool).Evaluate(data, CancellationToken.None);
    }
}

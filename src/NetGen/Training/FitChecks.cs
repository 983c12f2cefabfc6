using System.Globalization;

namespace NetGen.Training;

/// <summary>What is refused before anything is computed.</summary>
internal static class FitChecks
{
    private const int MostWorkers = 256;

    public static void Options(FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Optimizer, nameof(FitOptions.Optimizer));
        Refuse(options.BatchSize < 1, nameof(FitOptions.BatchSize), $"The batch size is {options.BatchSize}; it must be at least 1, such as 32.");
        Refuse(options.Epochs < 1, nameof(FitOptions.Epochs), $"The number of epochs is {options.Epochs}; it must be at least 1, such as 10.");
        Refuse(
            options.ClipNorm is { } norm && !(norm > 0 && float.IsFinite(norm)),
            nameof(FitOptions.ClipNorm),
            $"The largest norm of the gradients is {options.ClipNorm}; it must be finite and above 0, such as 1, or null for no clipping.");
        Workers(options.Workers, nameof(FitOptions.Workers));
    }

    /// <summary>Every step can have as many samples as the network needs; a rest of fewer goes with the last whole batch.</summary>
    /// <param name="samples">Samples of the training data.</param>
    /// <param name="options">The options, checked already.</param>
    public static void Batches<TNetwork, TTarget>(int samples, FitOptions options)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var minimum = TNetwork.MinimumBatchSize;
        Refuse(
            options.BatchSize < minimum,
            nameof(FitOptions.BatchSize),
            $"The batch size is {options.BatchSize}; {TNetwork.Name} normalizes over the batch and needs at least {minimum} samples per step, of which there is a variance. Set it to {minimum} or more, such as 32.");
        if (samples < minimum)
        {
            throw new ArgumentException(
                Invariant($"There is {samples} sample to train on; {TNetwork.Name} normalizes over the batch and needs at least {minimum}, of which there is a variance."), "data");
        }
    }

    /// <summary>A number of workers that can be.</summary>
    /// <param name="workers">The number.</param>
    /// <param name="name">The parameter or property.</param>
    public static void Workers(int workers, string name) => Refuse(
        workers is < 1 or > MostWorkers,
        name,
        $"The number of workers is {workers}; it must be from 1 to {MostWorkers}, such as 1 for no further threads or Environment.ProcessorCount, here {Environment.ProcessorCount}, for the whole machine.");

    /// <summary>A data set fits a network.</summary>
    /// <param name="data">The data.</param>
    /// <param name="role">What they are for, for the message: <c>training</c>.</param>
    public static void Data<TNetwork, TTarget>(DataSet<TTarget> data, string role)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        if (data.InputSize != TNetwork.InputSize)
        {
            throw Mismatch(
                $"The {role} data have {data.InputSize} values a sample; {TNetwork.Name} takes {TNetwork.InputSize}. Change the data set's inputSize or the network's [Input].");
        }

        if (data.TargetSize != TNetwork.TargetSize)
        {
            throw Mismatch(
                $"The {role} data have {data.TargetSize} targets a sample; {TNetwork.Name} needs {TNetwork.TargetSize}. Change the data set's targetSize or the units of the network's last layer.");
        }

        if (data is DataSet<int> labelled)
        {
            Labels(labelled.Targets, TNetwork.OutputSize, TNetwork.Name, role);
        }
    }

    /// <summary>The validation data as what the network takes.</summary>
    public static DataSet<TTarget>? Validation<TNetwork, TTarget>(DataSet? data)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        switch (data)
        {
            case null:
                return null;
            case DataSet<TTarget> typed:
                Data<TNetwork, TTarget>(typed, "validation");
                return typed;
            default:
                throw new ArgumentException(
                    $"The validation data have targets of type {data.TargetType.Name}; {TNetwork.Name} is trained by {TNetwork.Loss.Name} on {typeof(TTarget).Name}. Make them a DataSet of that type.",
                    nameof(FitOptions.Validation));
        }
    }

    private static void Labels(ReadOnlySpan<int> labels, int classes, string network, string role)
    {
        for (var sample = 0; sample < labels.Length; sample++)
        {
            if ((uint)labels[sample] >= (uint)classes)
            {
                throw new InvalidLabelException(Invariant(
                    $"The label of sample {sample} of the {role} data is {labels[sample]}, but {network} has {classes} classes, 0 to {classes - 1}. Number the classes from 0, or give the last layer more units."));
            }
        }
    }

    private static void Refuse(bool wrong, string name, FormattableString message)
    {
        if (wrong)
        {
            throw new ArgumentOutOfRangeException(name, Invariant(message));
        }
    }

    private static ShapeMismatchException Mismatch(FormattableString message) => new(Invariant(message));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Reflection;

namespace NetGen.Calibration;

/// <summary>The training that every network gets: the same for all, whatever its depth.</summary>
internal static class Budget
{
    /// <summary>Samples seen in a run, up to whole epochs.</summary>
    public const int Samples = 16_000;

    /// <summary>Samples a step.</summary>
    public const int BatchSize = 32;

    /// <summary>The least that a run counts for, diverged or not: twice the loss of the constant answer is as bad as any more.</summary>
    private const double Worst = -1;

    private static readonly MethodInfo s_train = typeof(Budget).GetMethod(nameof(Train), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>
    /// What is tried: the rates that plain SGD is usually given, and Adam's default. A network that needs a rate from outside has a harm that its user meets.
    /// </summary>
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        new("SGD 0.01", static () => new Sgd(0.01f)),
        new("SGD 0.03", static () => new Sgd(0.03f)),
        new("SGD 0.1", static () => new Sgd(0.1f)),
        new("Adam 0.001", static () => new Adam(0.001f)),
    ];

    /// <summary>Trains a network's class with every setting from every seed's weights.</summary>
    /// <param name="network">The emitted class.</param>
    /// <param name="task">What it learns.</param>
    /// <param name="seeds">An odd number of them, so that one is in the middle.</param>
    /// <param name="byPrediction">
    /// Whether the loss is that of prediction on all samples after each epoch, as masks make that of training larger; otherwise what the steps saw.
    /// </param>
    /// <returns>The best setting's outcome.</returns>
    public static Measurement Spend(Type network, CalibrationTask task, IReadOnlyList<ulong> seeds, bool byPrediction)
    {
        var train = s_train.MakeGenericMethod(network, task.Data.TargetType);
        return Settings.Select(Try).MaxBy(static measurement => measurement.Progress)!;

        Measurement Try(Setting setting)
        {
            var runs = seeds.Select(seed => ((double Progress, double Final))train.Invoke(null, [task, setting, seed, byPrediction])!).ToList();
            var progress = runs.Select(static run => run.Progress).Order().ToList();
            return new(setting.Name, progress[progress.Count / 2], progress[0], progress[^1], runs.Select(static run => run.Final).Order().ElementAt(runs.Count / 2));
        }
    }

    private static (double Progress, double Final) Train<TNetwork, TTarget>(CalibrationTask task, Setting setting, ulong seed, bool byPrediction)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var data = (DataSet<TTarget>)task.Data;
        try
        {
            var history = Trainer.Fit(TNetwork.Create(seed), data, new FitOptions
            {
                Optimizer = setting.Create(),
                BatchSize = BatchSize,
                Epochs = (int)Math.Ceiling((double)Samples / data.Count),
                Seed = seed,
                MeasureTraining = false,
                Validation = byPrediction ? data : null,
            });
            return (Math.Max(Worst, history.Epochs.Average(Progress)), Math.Max(Worst, Progress(history.Last)));
        }
        catch (DivergedException)
        {
            return (Worst, Worst);
        }

        double Progress(EpochReport epoch) => 1 - ((epoch.Validation?.Loss ?? epoch.Loss) / task.ConstantLoss);
    }
}

using System.Reflection;

namespace NetGen.Calibration;

/// <summary>The training that every network gets: the same for all, whatever its depth.</summary>
internal static class Budget
{
    /// <summary>Samples seen in a run, up to whole epochs.</summary>
    public const int Samples = 16_000;

    /// <summary>Samples a step.</summary>
    public const int BatchSize = 32;

    private static readonly MethodInfo s_train = typeof(Budget).GetMethod(nameof(Train), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Learning rates of plain SGD, each tried from the same weights; the best counts, so that no network fails for its rate alone.</summary>
    public static IReadOnlyList<float> LearningRates { get; } = [0.003f, 0.01f, 0.03f, 0.1f, 0.3f, 1];

    /// <summary>Trains a network's class with every rate.</summary>
    /// <param name="network">The emitted class.</param>
    /// <param name="task">What it learns.</param>
    /// <returns>With the best rate: the progress averaged over the epochs, that of the last one, and the rate.</returns>
    public static (double Progress, double Final, float LearningRate) Spend(Type network, CalibrationTask task) =>
        ((double, double, float))s_train.MakeGenericMethod(network, task.Data.TargetType).Invoke(null, [task])!;

    private static (double Progress, double Final, float LearningRate) Train<TNetwork, TTarget>(CalibrationTask task)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var data = (DataSet<TTarget>)task.Data;
        var best = (Progress: double.NegativeInfinity, Final: double.NegativeInfinity, LearningRate: 0f);
        foreach (var rate in LearningRates)
        {
            var network = TNetwork.Create(seed: 1);
            try
            {
                var history = Trainer.Fit(network, data, new FitOptions
                {
                    Optimizer = new Sgd(rate),
                    BatchSize = BatchSize,
                    Epochs = (int)Math.Ceiling((double)Samples / data.Count),
                    MeasureTraining = false,
                });
                var progress = history.Epochs.Average(epoch => 1 - (epoch.Loss / task.ConstantLoss));
                best = progress > best.Progress ? (progress, 1 - (history.Last.Loss / task.ConstantLoss), rate) : best;
            }
            catch (DivergedException)
            {
                // No outcome with this rate; a smaller one is among the others.
            }
        }

        return best;
    }
}

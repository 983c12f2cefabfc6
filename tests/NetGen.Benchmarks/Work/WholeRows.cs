using System.Globalization;
using NetGen.Benchmarks.Cold;
using NetGen.Benchmarks.Data;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Work;

/// <summary>Whole trainings, warm, and jobs from process start to process end.</summary>
internal static class WholeRows
{
    private const double WarmSeconds = 1.64;
    private const double ColdSeconds = 2.2;
    private const double EpochSeconds = 0.15;
    private const double FashionSeconds = 1;

    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All =>
    [
        new WholeTrainingWork { Id = "w1-warm", Title = "W1: 10,000 epochs on two cores, warm", Targets = [new TimeTarget(WarmSeconds)] },
        new ColdWork
        {
            Id = "w1-cold",
            Title = "W1: 10,000 epochs on two cores, process start to end",
            Job = ColdJobs.MatrixExponential,
            Starts = 1,
            Targets = [new TimeTarget(ColdSeconds)],
            Describe = static numbers => string.Create(CultureInfo.InvariantCulture, $"the mean squared error over the training data is {numbers[0]:0.0000}. Measured once."),
            Check = static numbers => WholeTrainingWork.ErrorTarget(numbers[0]),
        },
        new EpochWork { Id = "w6-epoch", Title = "W6: one epoch of 60,000 samples, batch 32, Adam, by Fit", Targets = [new TimeTarget(EpochSeconds)] },
        new ColdWork
        {
            Id = "w5-cold",
            Title = "W5: 60 steps, process start to end",
            Job = ColdJobs.Wide,
            TorchJob = ColdJobs.TorchWide,
            Describe = static numbers => string.Create(CultureInfo.InvariantCulture, $"the loss of the last step is {numbers[0]:0.00000}."),
        },
        new ColdWork
        {
            Id = "predict-cold",
            Title = "2-8-8-2 tanh: the first prediction, process start to end",
            Job = ColdJobs.Prediction,
        },
        new ColdWork
        {
            Id = "digits-cold",
            Title = "64-100-50-10 ReLU on handwritten digits until 95% of held-out images are right, process start to end",
            Job = ColdJobs.Digits,
            Describe = static numbers => string.Create(
                CultureInfo.InvariantCulture,
                $"{Words.Time(numbers[0])} of it from the data being loaded to {100 * numbers[1]:0.0}% of the held-out images, compilation by the JIT included."),
        },
        new ColdWork
        {
            Id = "w6-cold",
            Title = "W6: from the data being loaded to 88% of 10,000 held-out images, compilation by the JIT included",
            Job = ColdJobs.Fashion,
            Prepare = static () => FashionImages.Problem,
            TimeOf = static numbers => numbers[0],
            StartsAreShort = false,
            Targets = [new TimeTarget(FashionSeconds)],
            Describe = static numbers => string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * numbers[1]:0.00}% after {numbers[2]:0.00##} epochs, in a fresh process, on {FashionTraining.Workers} workers; all evaluations are of all 10,000 and within the time. {FashionImages.Source}."),
        },
    ];
}

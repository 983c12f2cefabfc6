using NetGen.Benchmarks.Data;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Work;

/// <summary>W6: epochs of Fit over the images of Fashion-MNIST, shuffled and gathered as Fit does it; over as many random ones where they are not to be had.</summary>
internal sealed class EpochWork : BenchmarkWork
{
    private const int Samples = 60_000;
    private const int Batch = 32;
    private const int Epochs = 12;
    private const int QuickEpochs = 3;

    /// <inheritdoc/>
    public override bool IsShort => false;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var problem = FashionImages.Problem;
        var data = problem is null
            ? FashionImages.Load().Train
            : new DataSet<int>(BatchData.Inputs(Samples, Fashion.InputSize), BatchData.Targets<Fashion, int>(Samples), Fashion.InputSize);
        var peak = Peak.Measure();
        var history = new Fashion(seed: 1).Fit(
            data,
            new FitOptions { Optimizer = new Adam(1e-3f), Epochs = effort == Effort.Quick ? QuickEpochs : Epochs, BatchSize = Batch, MeasureTraining = false });

        // The first epoch compiles.
        double[] seconds = [.. history.Epochs.Skip(1).Select(static epoch => epoch.Duration.TotalSeconds)];
        return Judge(
            new Row
            {
                Id = Id,
                Title = Title,
                Flops = 6 * BatchData.MultiplyAdds<Fashion, int>() * data.Count,
                Ours = new Timing(Statistics.Median(seconds), Statistics.Quantile(seconds, 0.95), seconds.Length, 1),
                PeakGflops = peak,
                Note = problem is null
                    ? $"{FashionImages.Source}. How soon they are learnt is in `w6-cold`."
                    : $"the images of Fashion-MNIST are not here ({problem}), so this is the time of an epoch of random images of the same number and size.",
            },
            machine);
    }
}

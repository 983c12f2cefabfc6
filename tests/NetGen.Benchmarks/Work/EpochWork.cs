using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Work;

/// <summary>W6: epochs of Fit over as many images as Fashion-MNIST has, shuffled and gathered as Fit does it; the values are random.</summary>
internal sealed class EpochWork : BenchmarkWork
{
    private const int Samples = 60_000;
    private const int Batch = 32;
    private const int Epochs = 12;
    private const int QuickEpochs = 3;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var data = new DataSet<int>(BatchData.Inputs(Samples, Fashion.InputSize), BatchData.Targets<Fashion, int>(Samples), Fashion.InputSize);
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
                Flops = 6 * BatchData.MultiplyAdds<Fashion, int>() * Samples,
                Ours = new Timing(Statistics.Median(seconds), Statistics.Quantile(seconds, 0.95), seconds.Length, 1),
                PeakGflops = peak,
                Note = "Fashion-MNIST is not in this repository, so the time of an epoch is that of random images of the same number and size, and the accuracy that W6 asks for is not measured; `digits-cold` shows real images instead.",
            },
            machine);
    }
}

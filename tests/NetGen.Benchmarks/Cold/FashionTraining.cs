using System.Diagnostics;
using NetGen.Benchmarks.Data;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Cold;

/// <summary>
/// W6 from the data being loaded to the wanted accuracy. At a constant learning rate that takes more than three epochs; here it falls linearly, to nothing after
/// two and a half, and nothing is evaluated while it is high, as there is nothing to be found. Chosen on another deal of the same images, with other seeds.
/// </summary>
internal static class FashionTraining
{
    /// <summary>Shares of a batch, each computed by a thread of its own.</summary>
    public const int Workers = 2;

    private const ulong Seed = 1;
    private const int Batch = 32;
    private const double Accuracy = 0.88;
    private const double FirstLearningRate = 3e-3;
    private const double LeastLearningRate = 6e-5;
    private const double Beta2 = 0.99;

    // Of an epoch: the learning rate falls after each part, and after each of the last ones the network is evaluated.
    private const int Parts = 8;
    private const int FallingParts = 20;
    private const int PartsBeforeEvaluation = 17;
    private const int MostParts = 48;

    /// <summary>Trains.</summary>
    /// <returns>Seconds from the data being loaded, the accuracy on all images held out, and epochs.</returns>
    /// <exception cref="InvalidOperationException">The accuracy was not reached.</exception>
    public static double[] Run()
    {
        var (train, test) = FashionImages.Load();
        var clock = Stopwatch.StartNew();
        var network = new Fashion(Seed);
        var optimizer = new Adam { Beta2 = Beta2 };
        var count = train.Count / Parts;
        for (var part = 0; part < MostParts; part++)
        {
            optimizer.LearningRate = (float)Math.Max(LeastLearningRate, FirstLearningRate * (1 - ((part + 0.5) / FallingParts)));
            network.Fit(
                train.Slice(part % Parts * count, count),
                new FitOptions { Optimizer = optimizer, Epochs = 1, BatchSize = Batch, Seed = (ulong)part, MeasureTraining = false, Workers = Workers });
            if (part + 1 >= PartsBeforeEvaluation && network.Evaluate(test).Accuracy is >= Accuracy and { } accuracy)
            {
                return [clock.Elapsed.TotalSeconds, accuracy, (part + 1.0) / Parts];
            }
        }

        throw new InvalidOperationException($"The test accuracy is below {Accuracy:P0} after {MostParts / Parts} epochs.");
    }
}

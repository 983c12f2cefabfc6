using System.Diagnostics;
using System.Globalization;
using NetGen.Benchmarks.Data;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Work;

namespace NetGen.Benchmarks.Cold;

/// <summary>The jobs that a process of their own is started for. Each prints numbers, which its row knows how to read.</summary>
internal static class ColdJobs
{
    /// <summary>W1: 10,000 epochs on two workers; prints the training error.</summary>
    public const string MatrixExponential = "w1";

    /// <summary>W5: 60 steps; prints the loss of the last.</summary>
    public const string Wide = "w5";

    /// <summary>The same with TorchSharp.</summary>
    public const string TorchWide = "w5-torch";

    /// <summary>One prediction of the smallest network; prints the largest output.</summary>
    public const string Prediction = "predict";

    /// <summary>Handwritten digits; prints the seconds from the data being loaded to the wanted accuracy, and that accuracy.</summary>
    public const string Digits = "digits";

    /// <summary>W6: Fashion-MNIST; prints the seconds from the data being loaded to the wanted accuracy, that accuracy, and how many epochs it took.</summary>
    public const string Fashion = "w6";

    /// <summary>W1's epochs.</summary>
    public const int MatrixExponentialEpochs = 10_000;

    private const ulong Seed = 1;
    private const float LearningRate = 1e-3f;
    private const int WideBatch = 64;
    private const int WideSteps = 60;
    private const double DigitsTrainingShare = 0.8;
    private const double DigitsAccuracy = 0.95;
    private const int DigitsEpochs = 100;

    /// <summary>Does a job.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string job)
    {
        Console.WriteLine(string.Join(' ', Do(job).Select(static number => number.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    /// <summary>Trains W1 to its end.</summary>
    /// <returns>The mean squared error over the training data.</returns>
    public static double TrainMatrixExponential(int workers)
    {
        var (inputs, targets) = MatrixExponentialData.Draw();
        var network = new MatrixExponential(Seed);
        var optimizer = new Adam(LearningRate);
        using var trainer = new ParallelTrainer<MatrixExponential, float>(network, workers);
        for (var epoch = 0; epoch < MatrixExponentialEpochs; epoch++)
        {
            trainer.TrainStep(inputs, targets, optimizer);
        }

        return network.ComputeLoss(inputs, targets);
    }

    private static double[] Do(string job) => job switch
    {
        MatrixExponential => [TrainMatrixExponential(workers: 2)],
        Wide => [TrainWide()],
        TorchWide => [TrainTorchWide()],
        Prediction => [Predict()],
        Digits => TrainDigits(),
        Fashion => FashionTraining.Run(),
        _ => throw new ArgumentException($"There is no cold job '{job}'."),
    };

    private static double TrainWide()
    {
        var inputs = BatchData.Inputs(WideBatch, WideLayers.InputSize);
        var targets = BatchData.Targets<WideLayers, int>(WideBatch);
        var network = new WideLayers(Seed);
        var optimizer = new Adam(LearningRate);
        var loss = 0f;
        for (var step = 0; step < WideSteps; step++)
        {
            loss = network.TrainStep(inputs, targets, optimizer);
        }

        return loss;
    }

    private static double TrainTorchWide()
    {
        if (TorchLibrary.Problem is { } problem)
        {
            throw new InvalidOperationException(PeerProblem.Column(problem));
        }

        var inputs = BatchData.Inputs(WideBatch, WideLayers.InputSize);
        var targets = BatchData.Targets<WideLayers, int>(WideBatch);
        var model = PeerModel.Of<WideLayers, int>(new WideLayers(Seed));
        using var torch = new TorchNetwork(model, inputs, targets, new PeerOptimizer(IsAdam: true, LearningRate));
        return torch.Train(WideSteps);
    }

    private static double Predict()
    {
        var outputs = new float[TinyTanh.OutputSize];
        new TinyTanh(Seed).Predict([0.5f, -0.5f], outputs);
        return outputs.Max();
    }

    private static double[] TrainDigits()
    {
        var (train, test) = DigitData.Load().Split(DigitsTrainingShare, Seed);
        var clock = Stopwatch.StartNew();
        var network = new DigitNet(Seed);
        var optimizer = new Adam(LearningRate);
        for (var epoch = 0; epoch < DigitsEpochs; epoch++)
        {
            network.Fit(train, new FitOptions { Optimizer = optimizer, Epochs = 1, BatchSize = 32, Seed = (ulong)epoch, MeasureTraining = false });
            if (network.Evaluate(test).Accuracy is >= DigitsAccuracy and { } accuracy)
            {
                return [clock.Elapsed.TotalSeconds, accuracy];
            }
        }

        throw new InvalidOperationException($"The digits' test accuracy is below {DigitsAccuracy:P0} after {DigitsEpochs} epochs.");
    }
}

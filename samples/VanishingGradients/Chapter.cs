using NetGen;

/// <summary>One network of the story: how it starts, and how it trains.</summary>
/// <param name="Title">How plots and headings call it.</param>
/// <param name="AtInitialization">The signal before the first step, measured beside predicted.</param>
/// <param name="Activations">What every hidden layer gives before the first step.</param>
/// <param name="History">What every epoch came to.</param>
/// <param name="Test">The network after training, on data it was not trained on.</param>
internal sealed record Chapter(
    string Title,
    SignalMeasurement AtInitialization,
    IReadOnlyList<float[]> Activations,
    TrainingHistory History,
    Evaluation Test)
{
    /// <summary>Measures a network, then trains it as every other one of the story.</summary>
    public static Chapter Tell<TNetwork>(string title, DataSet<int> train, DataSet<int> test, int epochs)
        where TNetwork : class, INetwork<TNetwork, int>
    {
        var net = TNetwork.Create(seed: 1);
        var measurement = SignalProbe.Measure(net, train);
        var activations = SignalProbe.Activations(net, train.Slice(0, 200).Inputs);
        var history = Trainer.Fit(net, train, new FitOptions
        {
            Optimizer = new Sgd(0.02f) { Momentum = 0.9 },
            Epochs = epochs,
            BatchSize = 32,
            MeasureTraining = false,
        });
        return new Chapter(title, measurement, activations[..^1], history, Trainer.Evaluate(net, test));
    }
}

using System.Diagnostics;
using System.Globalization;
using NetGen;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (train, test) = DigitData.Load().StratifiedSplit(0.8, seed: 1);
Console.WriteLine(ResidualNet.Summary);
Console.WriteLine();
Console.WriteLine($"{train.Count} images to learn from, {test.Count} to be judged by");

double[] accuracies =
[
    Train("20 residual blocks", new ResidualNet(seed: 1)),
    Train("batch normalization", new NormalizedNet(seed: 1)),
    Train("SELU, alpha dropout", new SelfNormalizingNet(seed: 1)),
];
return accuracies.Min() >= 0.95 ? 0 : 1;

double Train<TNetwork>(string name, TNetwork network)
    where TNetwork : class, INetwork<TNetwork, int>
{
    var clock = Stopwatch.StartNew();
    Trainer.Fit(network, train, new FitOptions { Optimizer = new Adam(1e-3f), Epochs = 30, BatchSize = 32, Validation = test });
    var accuracy = Trainer.Evaluate(network, test).Accuracy ?? 0;
    Console.WriteLine($"{name,-20} {TNetwork.Layers.Length,4} layers {TNetwork.ParameterCount,7:N0} parameters  test accuracy {accuracy:P1}  {clock.Elapsed.TotalSeconds:F1} s");
    return accuracy;
}

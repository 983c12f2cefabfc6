using System.Diagnostics;
using System.Globalization;
using NetGen;

// Why deep networks of logistic units did not train, told with real numbers: the same ten layers of 100 units five times, on images of digits.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
const int Epochs = 20;
var (train, test) = DigitData.Load().StratifiedSplit(0.8, seed: 7);

Chapter[] story =
[
    Chapter.Tell<LogisticNormal>("Logistic, N(0, 1)", train, test, Epochs),
    Chapter.Tell<LogisticXavier>("Logistic, Xavier", train, test, Epochs),
    Chapter.Tell<TanhXavier>("Tanh, Xavier", train, test, Epochs),
    Chapter.Tell<ReluHe>("ReLU, He", train, test, Epochs),
    Chapter.Tell<LogisticCentred>("Logistic, centred", train, test, Epochs),
];

foreach (var chapter in story)
{
    Console.WriteLine($"=== {chapter.Title} ===");
    Console.WriteLine(chapter.AtInitialization);
    Console.WriteLine($"After {Epochs} epochs: loss {chapter.History.Last.Loss:G3}, test accuracy {chapter.Test.Accuracy:P1}");
    Console.WriteLine();
}

Console.WriteLine($"{"network",-20}{"saturated, predicted",22}{"measured",10}{"gradient, first/last",22}{"loss",10}{"test accuracy",16}");
foreach (var chapter in story)
{
    // What the compiler's warning NETGEN101 names is the share of the worst layer; the layers that are predicted to be as bad are measured together.
    var hidden = chapter.AtInitialization.Layers[..^1];
    var predicted = hidden.Max(static layer => layer.Predicted?.SaturatedShare);
    var measured = hidden.Where(layer => layer.Predicted?.SaturatedShare > predicted - 0.01).Average(static layer => layer.SaturatedShare);
    Console.WriteLine(
        $"{chapter.Title,-20}{Percent(predicted),22}{Percent(measured),10}{hidden[0].GradientRatio,22:G2}{chapter.History.Last.Loss,10:G3}{100 * chapter.Test.Accuracy,15:F1}%");
}

static string Percent(double? share) => share is { } value ? $"{100 * value:F0}%" : "-";

var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "out").FullName;
Plots.Logistic(Path.Combine(folder, "logistic.png"));
Plots.Activations(story, Path.Combine(folder, "activations.png"));
Plots.Gradients(story, Path.Combine(folder, "gradients.png"));
Plots.Losses(story, Path.Combine(folder, "losses.png"));
Console.WriteLine();
Console.WriteLine($"Plots are in {folder}; from start to end: {clock.Elapsed.TotalSeconds:F1} s");

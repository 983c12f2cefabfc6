using System.Globalization;
using System.Text;
using NetGen.Generators.Signal;

namespace NetGen.Calibration;

/// <summary>The outcomes of all trials against the warnings: the page in docs.</summary>
internal sealed class CalibrationReport(IReadOnlyList<Trial> trials)
{
    /// <summary>By the progress averaged over the epochs, which tells slow learning from fast.</summary>
    public ConfusionMatrix ByAverage { get; } = new(trials, static trial => trial.Progress);

    /// <summary>By the progress in the last epoch, which asks only whether the network arrives.</summary>
    public ConfusionMatrix ByLastEpoch { get; } = new(trials, static trial => trial.Final);

    /// <summary>The folder with the solution.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No folder above the program holds NetGen.sln. Pass the file to write as the argument.");
    }

    /// <summary>The page.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("# Calibration of the signal rules\n");
        text.Append("Do the warnings agree with what training shows? Made by\n\n```\ndotnet run -c Release --project tests/NetGen.Calibration\n```\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{trials.Count} networks are declared, compiled and trained. Each gets plain SGD without momentum on {Budget.Samples:N0} samples (up to whole epochs) in batches of {Budget.BatchSize}, ");
        text.Append(CultureInfo.InvariantCulture, $"once with each of the learning rates {string.Join(", ", Budget.LearningRates)}, always from the weights of seed 1; the rate with the best average progress counts. ");
        text.Append("Progress is the share of the loss that training takes away, 1 - loss / loss of the best constant answer, on the training data. ");
        text.Append(CultureInfo.InvariantCulture, $"Against the best network on the same task, a network *trains well* with at least {100 * Outcomes.WellShare:F0}% of its progress, ");
        text.Append(CultureInfo.InvariantCulture, $"*does not train* below {100 * Outcomes.NotShare:F0}%, and *trains badly* between. ");
        text.Append("The rules read the declarations alone, without an optimizer; warnings and errors count, information does not. ");
        text.Append("The goal: no warning on a network that trains well, and at most two networks that do not train without one.\n\n");
        Matrix(text, "By the progress averaged over the epochs: what learns slowly loses by it", ByAverage);
        Matrix(text, "By the progress in the last epoch: what arrives, however late, is as good", ByLastEpoch);
        text.Append("## All networks\n| task | hidden layers | progress | outcome | in the last epoch | outcome | rate | saturated, most | gradient, first/last | warnings | information |\n");
        text.Append("|---|---|---:|---|---:|---|---:|---:|---:|---|---|\n");
        foreach (var trial in trials)
        {
            var saturated = trial.Signal.Layers.Max(static layer => layer.SaturatedShare);
            text.Append(CultureInfo.InvariantCulture, $"| {trial.Case.Task.Name} | {trial.Case.Words} | {trial.Progress:F3} | {Outcomes.Words(ByAverage.Judge(trial))} ");
            text.Append(CultureInfo.InvariantCulture, $"| {trial.Final:F3} | {Outcomes.Words(ByLastEpoch.Judge(trial))} | {trial.LearningRate} ");
            text.Append(CultureInfo.InvariantCulture, $"| {(saturated is { } share ? SignalText.Percent(share) : "-")} | {(trial.Signal.FirstToLastGradient is { } ratio ? SignalText.Rounded(ratio, 2) : "-")} ");
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(' ', trial.Warnings)} | {string.Join(' ', trial.Notes)} |\n");
        }

        return text.ToString();
    }

    private static void Matrix(StringBuilder text, string heading, ConfusionMatrix matrix) =>
        text.Append(CultureInfo.InvariantCulture, $"## {heading}\n{matrix}\nThe goal is {(matrix.IsPassed ? "reached" : "not reached")}.\n\n");
}

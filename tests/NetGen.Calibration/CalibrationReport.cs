using System.Globalization;
using System.Text;
using NetGen.Generators.Signal;

namespace NetGen.Calibration;

/// <summary>The outcomes of all trials against the warnings, as a table and as the page in docs.</summary>
internal sealed class CalibrationReport(IReadOnlyList<Trial> trials)
{
    private readonly Dictionary<string, double> _best = trials.GroupBy(static trial => trial.Case.Task.Name).ToDictionary(static group => group.Key, static group => group.Max(static trial => trial.Progress));

    /// <summary>Whether no network that trains well is warned about, and at most two that do not train are missed.</summary>
    public bool IsPassed => !Trials(Outcome.TrainsWell, warned: true).Any() && Trials(Outcome.DoesNotTrain, warned: false).Count() <= 2;

    /// <summary>The confusion matrix as a table of text.</summary>
    public string ConfusionMatrix
    {
        get
        {
            var text = new StringBuilder("| outcome | no warning | warning |\n|---|---:|---:|\n");
            foreach (var outcome in Enum.GetValues<Outcome>())
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Outcomes.Words(outcome)} | {Trials(outcome, false).Count()} | {Trials(outcome, true).Count()} |\n");
            }

            return text.ToString();
        }
    }

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
        text.Append(CultureInfo.InvariantCulture, $"once with each of the learning rates {string.Join(", ", Budget.LearningRates)}, always from the weights of seed 1; the best rate counts. ");
        text.Append("Progress is the share of the loss that training takes away, 1 - loss / loss of the best constant answer, on the training data, averaged over the epochs: what learns slowly loses by it. ");
        text.Append(CultureInfo.InvariantCulture, $"Against the best network on the same task, a network *trains well* with at least {100 * Outcomes.WellShare:F0}% of its progress, ");
        text.Append(CultureInfo.InvariantCulture, $"*does not train* below {100 * Outcomes.NotShare:F0}%, and *trains badly* between. ");
        text.Append("The rules read the declarations alone, without an optimizer; warnings and errors count, information does not.\n\n");
        text.Append(ConfusionMatrix).Append('\n');
        List(text, "Networks that train well and are warned about", Trials(Outcome.TrainsWell, warned: true));
        List(text, "Networks that do not train and are not warned about", Trials(Outcome.DoesNotTrain, warned: false));
        text.Append("\n## All networks\n| task | hidden layers | progress | in the last epoch | rate | outcome | saturated, most | gradient, first/last | warnings | information |\n|---|---|---:|---:|---:|---|---:|---:|---|---|\n");
        foreach (var trial in trials)
        {
            var saturated = trial.Signal.Layers.Max(static layer => layer.SaturatedShare);
            text.Append(CultureInfo.InvariantCulture, $"| {trial.Case.Task.Name} | {trial.Case.Words} | {trial.Progress:F3} | {trial.Final:F3} | {trial.LearningRate} | {Outcomes.Words(Judge(trial))} ");
            text.Append(CultureInfo.InvariantCulture, $"| {(saturated is { } share ? SignalText.Percent(share) : "-")} | {(trial.Signal.FirstToLastGradient is { } ratio ? SignalText.Rounded(ratio, 2) : "-")} ");
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(' ', trial.Warnings)} | {string.Join(' ', trial.Notes)} |\n");
        }

        return text.ToString();
    }

    private static void List(StringBuilder text, string heading, IEnumerable<Trial> found)
    {
        text.Append(CultureInfo.InvariantCulture, $"{heading}: ");
        var list = found.Select(static trial => $"{trial.Case.Task.Name} {trial.Case.Words} ({string.Join(", ", trial.Warnings.DefaultIfEmpty("no warning"))})").ToList();
        text.Append(list.Count == 0 ? "none" : string.Join("; ", list)).Append(".\n\n");
    }

    private IEnumerable<Trial> Trials(Outcome outcome, bool warned) => trials.Where(trial => Judge(trial) == outcome && trial.Warnings.Count > 0 == warned);

    private Outcome Judge(Trial trial) => trial.Judge(_best[trial.Case.Task.Name]);
}

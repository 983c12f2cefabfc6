using System.Globalization;
using System.Text;

namespace NetGen.Calibration;

/// <summary>The warnings against the outcomes, by one measure of progress.</summary>
/// <param name="trials">All trials.</param>
/// <param name="measure">The progress that counts.</param>
internal sealed class ConfusionMatrix(IReadOnlyList<Trial> trials, Func<Trial, double> measure)
{
    private readonly Dictionary<string, double> _best = trials.GroupBy(static trial => trial.Case.Task.Name).ToDictionary(static group => group.Key, group => group.Max(measure));

    /// <summary>Whether no network that trains well is warned about, and at most two that do not train are missed.</summary>
    public bool IsPassed => !Trials(Outcome.TrainsWell, warned: true).Any() && Trials(Outcome.DoesNotTrain, warned: false).Count() <= 2;

    /// <summary>What came of a network.</summary>
    public Outcome Judge(Trial trial) => Trial.Judge(measure(trial), _best[trial.Case.Task.Name]);

    /// <summary>The matrix as a table, and the networks that warnings and outcome disagree on.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("| outcome | no warning | warning |\n|---|---:|---:|\n");
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Outcomes.Words(outcome)} | {Trials(outcome, false).Count()} | {Trials(outcome, true).Count()} |\n");
        }

        List(text, "Train well and are warned about", Trials(Outcome.TrainsWell, warned: true));
        List(text, "Do not train and are not warned about", Trials(Outcome.DoesNotTrain, warned: false));
        return text.ToString();
    }

    private static void List(StringBuilder text, string heading, IEnumerable<Trial> found)
    {
        var list = found.Select(static trial => $"- {trial.Case.Task.Name}, {trial.Case.Words}{(trial.Warnings.Count > 0 ? ": " + string.Join(' ', trial.Warnings) : "")}\n").ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n{heading}: {list.Count}.\n\n").AppendJoin("", list);
    }

    private IEnumerable<Trial> Trials(Outcome outcome, bool warned) => trials.Where(trial => Judge(trial) == outcome && trial.Warnings.Count > 0 == warned);
}

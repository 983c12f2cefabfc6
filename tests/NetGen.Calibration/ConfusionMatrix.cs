using System.Globalization;
using System.Text;

namespace NetGen.Calibration;

/// <summary>The warnings against the outcomes of some networks.</summary>
/// <param name="trials">The networks that are judged.</param>
/// <param name="references">What their progress is held against, by data.</param>
/// <param name="measure">The progress that counts.</param>
internal sealed class ConfusionMatrix(IReadOnlyList<Trial> trials, References references, Func<Trial, double> measure)
{
    /// <summary>The networks that train well and are warned about: none are to be.</summary>
    public IReadOnlyList<Trial> FalseAlarms => [.. Trials(Outcome.TrainsWell, warned: true)];

    /// <summary>The networks that are warned about and train well, where those without hidden layers do so too.</summary>
    public IReadOnlyList<Trial> Undecided => [.. Trials(Outcome.NeedsNoHidden, warned: true)];

    /// <summary>The networks that do not train and are not warned about: two may be.</summary>
    public IReadOnlyList<Trial> Missed => [.. Trials(Outcome.DoesNotTrain, warned: false)];

    /// <summary>What came of a network.</summary>
    public Outcome Judge(Trial trial) => Outcomes.Judge(measure(trial), references.Of(trial.Case.Task), references.WithoutHidden(trial.Case.Task));

    /// <summary>The matrix as a table.</summary>
    public string ToTable()
    {
        var text = new StringBuilder("| outcome | no warning | warning |\n|---|---:|---:|\n");
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Outcomes.Words(outcome)} | {Trials(outcome, false).Count()} | {Trials(outcome, true).Count()} |\n");
        }

        return text.ToString();
    }

    /// <summary>The matrix, and the networks that warnings and outcome disagree on.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(ToTable());
        List(text, "Train well and are warned about", FalseAlarms);
        List(text, "Train well where no hidden layer is needed, and are warned about", Undecided);
        List(text, "Do not train and are not warned about", Missed);
        return text.ToString();
    }

    private static void List(StringBuilder text, string heading, IReadOnlyList<Trial> found)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{heading}: {(found.Count == 0 ? "none" : found.Count)}.\n{(found.Count == 0 ? "" : "\n")}");
        foreach (var trial in found)
        {
            var name = trial.Case.Task.Name + ", " + trial.Case.Words;
            text.Append(CultureInfo.InvariantCulture, $"- {name}{(trial.Warnings.Count > 0 ? ": " + string.Join(' ', trial.Warnings) : "")}{Remarks.After(name)}\n");
        }
    }

    private IEnumerable<Trial> Trials(Outcome outcome, bool warned) => trials.Where(trial => Judge(trial) == outcome && trial.Warnings.Count > 0 == warned);
}

namespace NetGen.Calibration;

/// <summary>
/// What progress is held against, by data, however its inputs are scaled, since the scale is part of what the declaration decides: that of the best tuning
/// network of dense layers alone, and that of the best network without hidden layers.
/// </summary>
/// <param name="trials">All trials.</param>
/// <param name="tuning">The set of the tuning networks.</param>
/// <param name="control">The set of those without hidden layers.</param>
/// <param name="measure">The progress that counts.</param>
internal sealed class References(IReadOnlyList<Trial> trials, CalibrationSet tuning, CalibrationSet control, Func<Trial, double> measure)
{
    private readonly Dictionary<DataSet, double> _best = Best(trials, tuning, measure);
    private readonly Dictionary<DataSet, double> _controls = Best(trials, control, measure);

    /// <summary>The best progress on a task's data.</summary>
    public double Of(CalibrationTask task) => _best[task.Data];

    /// <summary>The best progress on a task's data without hidden layers.</summary>
    public double WithoutHidden(CalibrationTask task) => _controls[task.Data];

    private static Dictionary<DataSet, double> Best(IReadOnlyList<Trial> trials, CalibrationSet set, Func<Trial, double> measure) =>
        trials.Where(trial => trial.Case.Set == set && trial.Case.IsPlain).GroupBy(static trial => trial.Case.Task.Data).ToDictionary(static group => group.Key, group => group.Max(measure));
}

namespace NetGen.Calibration;

/// <summary>
/// What progress is held against: that of the best tuning network on the same data, however its inputs are scaled, since the scale is part of what the
/// declaration decides.
/// </summary>
/// <param name="trials">All trials.</param>
/// <param name="measure">The progress that counts.</param>
internal sealed class References(IReadOnlyList<Trial> trials, Func<Trial, double> measure)
{
    private readonly Dictionary<DataSet, double> _best = trials.Where(static trial => trial.Case.Set == CalibrationSet.Tuning)
        .GroupBy(static trial => trial.Case.Task.Data).ToDictionary(static group => group.Key, group => group.Max(measure));

    /// <summary>The best progress on a task's data.</summary>
    public double Of(CalibrationTask task) => _best[task.Data];
}

namespace NetGen.Calibration;

/// <summary>Every network: those that thresholds were set on, those that judge them, and the controls.</summary>
internal static class CalibrationCases
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<CalibrationCase> All { get; } = List();

    /// <summary>The seeds of a set's runs: none serves both.</summary>
    public static IReadOnlyList<ulong> Seeds(CalibrationSet set) => set == CalibrationSet.HoldOut ? [4, 5, 6] : [1, 2, 3];

    private static List<CalibrationCase> List()
    {
        var cases = new List<CalibrationCase>();
        TuningCases.List((task, depth, width, hidden, first) => cases.Add(new(cases.Count + 1, CalibrationSet.Tuning, task, depth, width, hidden, first)));
        HoldOutCases.List((task, depth, width, hidden, first) => cases.Add(new(cases.Count + 1, CalibrationSet.HoldOut, task, depth, width, hidden, first)));
        foreach (var task in CalibrationTasks.All)
        {
            cases.Add(new(cases.Count + 1, CalibrationSet.Control, task, 0, 0, "", ""));
        }

        return cases;
    }
}

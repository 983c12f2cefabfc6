namespace NetGen.Calibration;

/// <summary>Every network: those that thresholds were set on, those that judge them, and the controls.</summary>
internal static class CalibrationCases
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<CalibrationCase> All { get; } = List();

    /// <summary>The seeds of a set's runs: none serves both a set that thresholds are set on and one that judges them.</summary>
    public static IReadOnlyList<ulong> Seeds(CalibrationSet set) => set is CalibrationSet.HoldOut or CalibrationSet.LayerHoldOut ? [4, 5, 6] : [1, 2, 3];

    private static List<CalibrationCase> List()
    {
        var cases = new List<CalibrationCase>();
        TuningCases.List((task, depth, width, hidden, first) => Add(CalibrationSet.Tuning, task, new(depth, width, hidden, first)));
        HoldOutCases.List((task, depth, width, hidden, first) => Add(CalibrationSet.HoldOut, task, new(depth, width, hidden, first)));
        foreach (var task in CalibrationTasks.All)
        {
            Add(CalibrationSet.Control, task, new(0, 0, "", ""));
        }

        LayerTuningCases.List((task, words, layers, blocks) => cases.Add(new(cases.Count + 1, CalibrationSet.LayerTuning, task, words, layers, blocks)));
        LayerHoldOutCases.List((task, words, layers, blocks) => cases.Add(new(cases.Count + 1, CalibrationSet.LayerHoldOut, task, words, layers, blocks)));
        foreach (var task in CalibrationTasks.OfLayers)
        {
            Add(CalibrationSet.LayerControl, task, new(0, 0, "", ""));
        }

        return cases;

        void Add(CalibrationSet set, CalibrationTask task, HiddenLayers hidden) => cases.Add(new(cases.Count + 1, set, task, hidden.Words, hidden.Source));
    }
}

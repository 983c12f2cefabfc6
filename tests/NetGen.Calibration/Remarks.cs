namespace NetGen.Calibration;

/// <summary>What is known of networks that warnings and outcome disagree on.</summary>
internal static class Remarks
{
    private static readonly Dictionary<string, string> s_remarks = new(StringComparer.Ordinal)
    {
        ["digits, 1 x 100 Sigmoid, GlorotNormal"] =
            "slow rather than dead, as its last epoch shows: a logistic unit's slope is 1/4 at most, and one such layer is too common, and too much a matter of patience, to warn about",
        ["diabetes, 2 x 64 Relu, Normal, std = 1"] =
            "std(h) stays just inside the largest that is accepted, and a squared error feels it more than a cross-entropy does: every setting that was tried makes the loss worse than that of a constant answer",
    };

    /// <summary>The remark after a network's name, with a colon before it; empty where there is none.</summary>
    public static string After(string name) => s_remarks.TryGetValue(name, out var remark) ? ": " + remark : "";
}

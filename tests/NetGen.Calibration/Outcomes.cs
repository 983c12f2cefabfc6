namespace NetGen.Calibration;

/// <summary>Where the lines between outcomes are.</summary>
internal static class Outcomes
{
    /// <summary>From this share of the best progress on, a network trains well.</summary>
    public const double WellShare = 0.9;

    /// <summary>Below this share it does not train.</summary>
    public const double NotShare = 0.5;

    /// <summary>What came of a network.</summary>
    /// <param name="progress">Its progress.</param>
    /// <param name="reference">The progress that it is held against.</param>
    /// <param name="control">The progress of a network without hidden layers.</param>
    public static Outcome Judge(double progress, double reference, double control) => progress >= WellShare * reference
        ? control >= WellShare * reference ? Outcome.NeedsNoHidden : Outcome.TrainsWell
        : progress >= NotShare * reference ? Outcome.TrainsBadly
        : Outcome.DoesNotTrain;

    /// <summary>The outcome in words.</summary>
    public static string Words(Outcome outcome) => outcome switch
    {
        Outcome.TrainsWell => "trains well",
        Outcome.NeedsNoHidden => "trains well, where no hidden layer is needed",
        Outcome.TrainsBadly => "trains badly",
        _ => "does not train",
    };
}

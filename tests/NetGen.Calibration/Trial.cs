using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Rules;

namespace NetGen.Calibration;

/// <summary>One network's outcome beside what the rules say of its declaration.</summary>
/// <param name="Case">The declaration.</param>
/// <param name="Signal">What is predicted of it.</param>
/// <param name="Findings">What the rules find.</param>
/// <param name="Progress">
/// The share of the constant answer's loss that training took away, averaged over the epochs, with the best of the learning rates; below 0 where it got worse.
/// </param>
/// <param name="Final">The same in the last epoch.</param>
/// <param name="LearningRate">That learning rate.</param>
internal sealed record Trial(CalibrationCase Case, SignalReport Signal, IReadOnlyList<Finding> Findings, double Progress, double Final, float LearningRate)
{
    /// <summary>The numbers of the rules that warn.</summary>
    public IReadOnlyList<string> Warnings { get; } = [.. Findings.Where(static finding => finding.Severity > RuleSeverity.Info).Select(static finding => finding.Rule.Id).Distinct()];

    /// <summary>The numbers of the rules that inform.</summary>
    public IReadOnlyList<string> Notes { get; } = [.. Findings.Where(static finding => finding.Severity == RuleSeverity.Info).Select(static finding => finding.Rule.Id).Distinct()];

    /// <summary>What came of it, against the best network on the same task.</summary>
    /// <param name="progress">The network's progress.</param>
    /// <param name="best">The best progress on the task.</param>
    public static Outcome Judge(double progress, double best) => progress >= Outcomes.WellShare * best ? Outcome.TrainsWell
        : progress >= Outcomes.NotShare * best ? Outcome.TrainsBadly
        : Outcome.DoesNotTrain;
}

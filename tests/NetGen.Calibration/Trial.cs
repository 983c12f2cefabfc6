using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Rules;

namespace NetGen.Calibration;

/// <summary>One network's outcome beside what the rules say of its declaration.</summary>
/// <param name="Case">The declaration.</param>
/// <param name="Signal">What is predicted of it.</param>
/// <param name="Findings">What the rules find.</param>
/// <param name="Measured">What training came to.</param>
/// <param name="Agreement">How well prediction and measurement agree before it.</param>
internal sealed record Trial(CalibrationCase Case, SignalReport Signal, IReadOnlyList<Finding> Findings, Measurement Measured, Agreement Agreement)
{
    /// <summary>The numbers of the rules that warn.</summary>
    public IReadOnlyList<string> Warnings { get; } = [.. Findings.Where(static finding => finding.Severity > RuleSeverity.Info).Select(static finding => finding.Rule.Id).Distinct()];

    /// <summary>The numbers of the rules that inform.</summary>
    public IReadOnlyList<string> Notes { get; } = [.. Findings.Where(static finding => finding.Severity == RuleSeverity.Info).Select(static finding => finding.Rule.Id).Distinct()];
}

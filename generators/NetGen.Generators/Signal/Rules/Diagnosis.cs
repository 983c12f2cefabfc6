using NetGen.Generators.Model;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A finding with its way out.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Message">The finding's message and the best way out.</param>
/// <param name="Fixes">The changes that clear it, best first.</param>
internal sealed record Diagnosis(Finding Finding, string Message, EquatableArray<Fix> Fixes)
{
    /// <summary>What the rules have to say about a declaration.</summary>
    /// <param name="network">As declared.</param>
    /// <param name="training">The optimizer, where one is declared.</param>
    /// <param name="thresholds">Where the rules draw their lines.</param>
    /// <param name="concerns">The rules that are asked for, all unless given. All are run in any case, since one explains another; fixes are looked for only where asked.</param>
    public static IReadOnlyList<Diagnosis> Of(
        NetworkSpec network, TrainingSpec? training, SignalThresholds thresholds, Func<RuleDefinition, bool>? concerns = null)
    {
        var context = new RuleContext(network, training, thresholds);
        var findings = SignalRules.Check(context);
        return
        [
            .. findings.Where(finding => concerns is null || concerns(finding.Rule)).Select(finding =>
            {
                var fixes = FixFinder.Find(context, finding, findings);
                var wayOut = fixes.Count > 0 ? fixes[0].Title : SignalRules.Of(finding).Advice;
                return new Diagnosis(finding, finding.Message + ". " + wayOut + "." + Assumption(context, finding), new([.. fixes]));
            }),
        ];
    }

    /// <summary>The predicted rules say when the input is assumed; the structural ones do not depend on it.</summary>
    private static string Assumption(RuleContext context, Finding finding) =>
        SignalRules.Of(finding).DependsOnInput ? Words.Assumption(context.Report) : "";
}

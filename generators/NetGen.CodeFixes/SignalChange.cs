using NetGen.Generators.Diagnostics;
using NetGen.Generators.Model;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Signal.Training;

namespace NetGen.CodeFixes;

/// <summary>A declared network, and what fixes have made of it so far.</summary>
internal sealed class SignalChange
{
    /// <summary>Starts from a declaration.</summary>
    public SignalChange(DeclaredSignal declared) => (Declared, Network, Training) = (declared, declared.Network, declared.Training);

    /// <summary>As declared.</summary>
    public DeclaredSignal Declared { get; }

    /// <summary>The network now.</summary>
    public NetworkSpec Network { get; private set; }

    /// <summary>The optimizer now, where one is declared.</summary>
    public TrainingSpec? Training { get; private set; }

    /// <summary>The changes that clear a finding of the declared network, as it is now, and can be written; none where an earlier fix has cleared it.</summary>
    public IReadOnlyList<Fix> FixesOf(Finding declared)
    {
        var context = new RuleContext(Network, Training, Declared.Thresholds);
        var findings = SignalRules.Check(context);
        var name = Name(Declared.Network, declared);
        var left = findings.FirstOrDefault(finding => finding.Rule.Id == declared.Rule.Id && finding.Cause == declared.Cause && Name(Network, finding) == name);
        return left is null ? [] : [.. FixFinder.Find(context, left, findings).Where(fix => DeclarationEdits.CanWrite(Declared, fix.Network))];
    }

    /// <summary>Applies the fix of a rank to a finding of the declared network, the last one where there are fewer.</summary>
    public void Mend(Finding declared, int rank)
    {
        if (FixesOf(declared) is { Count: > 0 } fixes)
        {
            var chosen = fixes[Math.Min(rank, fixes.Count - 1)];
            (Network, Training) = (chosen.Network, chosen.Training);
        }
    }

    private static string Name(NetworkSpec network, Finding finding) => finding.LayerIndex < 0 ? "" : network.Steps[finding.LayerIndex].Name;
}

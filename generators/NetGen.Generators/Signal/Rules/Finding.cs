using System.Globalization;
using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>One rule's word on one place of the declaration.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Severity">How much it weighs here.</param>
/// <param name="LayerIndex">Which of the network's layers, -1 where the cause is no layer.</param>
/// <param name="Cause">Which part of the declaration to point at.</param>
/// <param name="Arguments">What the rule's format is filled with.</param>
internal sealed record Finding(
    RuleDefinition Rule,
    RuleSeverity Severity,
    int LayerIndex,
    FindingCause Cause,
    EquatableArray<string> Arguments)
{
    /// <summary>The message, one sentence or two.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Format, [.. Arguments]);

    /// <summary>Whether another finding is about the same rule at the same place, whatever its numbers.</summary>
    public bool IsSamePlace(Finding other) => Rule.Id == other.Rule.Id && LayerIndex == other.LayerIndex && Cause == other.Cause;
}

namespace NetGen.Generators.Signal.Rules;

/// <summary>One rule: a pure function of a declaration and what is predicted of it.</summary>
internal abstract class SignalRule
{
    /// <summary>What the rule is called and says.</summary>
    public abstract RuleDefinition Definition { get; }

    /// <summary>
    /// The rules that have nothing to add where this one warns: their findings would follow from the same cause, and this one's message names them.
    /// </summary>
    public virtual IReadOnlyList<string> Explains => [];

    /// <summary>The way out in general, for findings that no checked change clears.</summary>
    public abstract string Advice { get; }

    /// <summary>Whether what the rule finds depends on what is known of the inputs.</summary>
    public virtual bool DependsOnInput => false;

    /// <summary>Whether fixes are ordered by what they make of the gradient, rather than as the rule gives them.</summary>
    public virtual bool RanksFixes => DependsOnInput;

    /// <summary>What the rule finds, at most one finding for one mistake.</summary>
    public abstract IEnumerable<Finding> Check(RuleContext context);

    /// <summary>Changes that may clear a finding, best first; <see cref="FixFinder"/> keeps those that do.</summary>
    public virtual IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => [];

    /// <summary>A finding of this rule at its own severity.</summary>
    protected Finding Found(int layer, FindingCause cause, params string[] arguments) =>
        new(Definition, Definition.Severity, layer, cause, new([.. arguments]));
}

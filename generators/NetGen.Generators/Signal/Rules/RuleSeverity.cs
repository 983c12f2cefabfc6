namespace NetGen.Generators.Signal.Rules;

/// <summary>How much a finding weighs, in ascending order.</summary>
internal enum RuleSeverity
{
    /// <summary>Worth knowing; the network may train well.</summary>
    Info,

    /// <summary>The network is expected to train badly or not at all.</summary>
    Warning,

    /// <summary>The declaration contradicts itself.</summary>
    Error,
}

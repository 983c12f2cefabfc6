namespace NetGen.Generators.Signal.Rules;

/// <summary>Which part of the declaration causes a finding: where its message points.</summary>
internal enum FindingCause
{
    /// <summary>The layer's attribute as a whole.</summary>
    Layer,

    /// <summary>The layer's activation.</summary>
    Activation,

    /// <summary>The layer's number of units.</summary>
    Units,

    /// <summary>The layer's <c>Initializer</c> and the numbers that belong to it.</summary>
    Initializer,

    /// <summary>The layer's <c>BiasInitializer</c> and the numbers that belong to it.</summary>
    BiasInitializer,

    /// <summary>The layer's rate of dropping.</summary>
    Rate,

    /// <summary>The input's range, statistics, scale and shift; the finding has no layer.</summary>
    Input,

    /// <summary>The loss; the finding has no layer.</summary>
    Loss,

    /// <summary>The declared optimizer and its learning rate; the finding has no layer.</summary>
    Training,
}

using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>What the members of a network's class are written from.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Layers">The layers that compute something, by number.</param>
/// <param name="Updates">How the state is updated; together they cover it.</param>
/// <param name="MultiplyAdds">Multiply-adds of one sample's forward pass.</param>
/// <param name="IsRandom">Whether training draws random numbers.</param>
/// <param name="PredictsOne">Whether there is a class that predicts one sample alone.</param>
/// <param name="TrainsOne">Whether it computes the gradients of one sample too.</param>
/// <param name="Reason">In what form the network is emitted, and why.</param>
internal sealed record MemberPlan(
    NetworkSpec Spec,
    EquatableArray<MemberLayer> Layers,
    EquatableArray<StateUpdate> Updates,
    long MultiplyAdds,
    bool IsRandom,
    bool PredictsOne,
    bool TrainsOne,
    string Reason)
{
    /// <summary>The name of the class, for messages.</summary>
    public string Name => Spec.Type.Name;

    /// <summary>The class as code names it.</summary>
    public string Identifier => Spec.Type.Identifier;

    /// <summary>The type of a target.</summary>
    public string TargetType => Spec.Loss.TakesClassIndices ? "int" : "float";

    /// <summary>The parameters, in the order of their buffer.</summary>
    public IEnumerable<MemberTensor> Parameters => Layers.SelectMany(static layer => layer.Parameters);

    /// <summary>The state, in the order of its buffer.</summary>
    public IEnumerable<MemberTensor> State => Layers.SelectMany(static layer => layer.State);

    /// <summary>The length of the buffer of parameters.</summary>
    public int ParameterCount => Parameters.Sum(static tensor => tensor.Length);

    /// <summary>The length of the buffer of state.</summary>
    public int StateCount => State.Sum(static tensor => tensor.Length);

    /// <summary>Whether anything is kept between steps but not trained.</summary>
    public bool HasState => StateCount > 0;

    /// <summary>Whether a batch of training depends on seed and step, or gives statistics.</summary>
    public bool UsesStep => IsRandom || HasState;

    /// <summary>The fewest samples that a batch of training may have.</summary>
    public int MinimumBatchSize => Updates.Any(static update => update.Positions == 1) ? 2 : 1;
}

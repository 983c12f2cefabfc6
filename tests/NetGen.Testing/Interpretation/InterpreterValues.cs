using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation;

/// <summary>All that a network keeps.</summary>
/// <param name="Parameters">What is trained, by tensor name in the visible layout.</param>
/// <param name="State">What is not trained but kept, by tensor name.</param>
internal sealed record InterpreterValues(IReadOnlyDictionary<string, double[]> Parameters, IReadOnlyDictionary<string, double[]> State)
{
    /// <summary>Of a network without state.</summary>
    public InterpreterValues(IReadOnlyDictionary<string, double[]> parameters)
        : this(parameters, ImmutableDictionary<string, double[]>.Empty)
    {
    }
}

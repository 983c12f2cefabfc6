using System.Collections.Immutable;

namespace NetGen.Generators.Graph;

/// <summary>A network as values and operations in single-assignment form.</summary>
/// <param name="Input">What the caller passes in.</param>
/// <param name="Output">What the network gives.</param>
/// <param name="Operations">In an order in which every value is written before it is read.</param>
internal sealed record NetworkGraph(Value Input, Value Output, ImmutableArray<Operation> Operations)
{
    /// <summary>The parameters, in the order in which the operations come to them.</summary>
    public ImmutableArray<Value> Parameters => OfRole(ValueRole.Parameter);

    /// <summary>The state, likewise.</summary>
    public ImmutableArray<Value> States => OfRole(ValueRole.State);

    private ImmutableArray<Value> OfRole(ValueRole role) =>
        [.. Operations.SelectMany(static operation => operation.Reads).Where(value => value.Role == role).Distinct()];
}

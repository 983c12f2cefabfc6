using System.Collections.Immutable;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Differentiation;

/// <summary>The backward pass of a graph.</summary>
/// <param name="OutputGradient">Where it starts: the gradient of the loss with respect to the network's output.</param>
/// <param name="InputGradient">The gradient with respect to what the caller passes in, wanted on demand alone; null where nothing reaches the input.</param>
/// <param name="ParameterGradients">The gradient with respect to each parameter.</param>
/// <param name="Operations">In order.</param>
internal sealed record Adjoint(
    Value OutputGradient, Value? InputGradient, ImmutableDictionary<Value, Value> ParameterGradients, ImmutableArray<Operation> Operations);

using System.Collections.Immutable;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Scheduling;

/// <summary>The operations of a pass in the order in which they are done, and where their values are.</summary>
/// <param name="Prologue">What is derived from parameters and state, once per call.</param>
/// <param name="Forward">The forward pass over some samples.</param>
/// <param name="Backward">The backward pass over the same samples; empty in prediction.</param>
/// <param name="OnDemand">The operations of the backward pass that only the gradient with respect to the input needs.</param>
/// <param name="Output">What the forward pass gives.</param>
/// <param name="OutputGradient">Where the loss writes its gradient.</param>
/// <param name="InputGradient">The gradient with respect to what the caller passes in; null where there is none.</param>
/// <param name="ParameterGradients">The gradients of parameters, each with its parameter.</param>
/// <param name="NeedsWholeBatch">Whether all samples go through together.</param>
/// <param name="Memory">Where values are.</param>
internal sealed record PassProgram(
    ImmutableArray<Operation> Prologue,
    ImmutableArray<Operation> Forward,
    ImmutableArray<Operation> Backward,
    ImmutableHashSet<Operation> OnDemand,
    Value Output,
    Value OutputGradient,
    Value? InputGradient,
    ImmutableDictionary<Value, Value> ParameterGradients,
    bool NeedsWholeBatch,
    MemoryPlan Memory);

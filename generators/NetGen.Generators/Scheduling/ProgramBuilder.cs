using System.Collections.Immutable;
using NetGen.Generators.Differentiation;
using NetGen.Generators.Graph;
using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Optimization;

namespace NetGen.Generators.Scheduling;

/// <summary>From a declaration to a program: lowering, differentiation, optimization and scheduling, in this order.</summary>
internal static class ProgramBuilder
{
    /// <summary>The program.</summary>
    public static NetworkProgram Build(NetworkSpec spec, CancellationToken cancellationToken = default)
    {
        var declared = NetworkLowering.Lower(spec, cancellationToken);
        var graph = IdentityRemoval.Run(declared);
        var (form, obstacle) = NetworkScheduler.Choose(graph, ReverseAccumulation.Differentiate(graph).Operations);
        var training = Training(InputCopy.Run(graph, form), form);
        cancellationToken.ThrowIfCancellationRequested();
        var prediction = Prediction(InputCopy.Run(PredictionForm.Run(graph), form), form);
        var schedule = NetworkScheduler.Schedule(graph, form, obstacle, training.Memory, training.NeedsWholeBatch);
        return new NetworkProgram(spec, declared, Steps(spec, declared), schedule, training, prediction);
    }

    private static PassProgram Training(NetworkGraph graph, NetworkForm form)
    {
        var adjoint = ReverseAccumulation.Differentiate(graph);
        var gradients = adjoint.ParameterGradients.Values.ToList();
        var inputGradient = adjoint.InputGradient;
        var wanted = inputGradient is null ? gradients : [.. gradients, inputGradient];
        var kept = adjoint.Operations.SelectMany(static operation => operation.Reads).Append(graph.Output).ToList();
        var forward = RectificationFusion.Run(graph.Operations, kept);
        var backward = DeadOperations.Remove(adjoint.Operations, wanted);
        if (form == NetworkForm.Tiles)
        {
            forward = AdditionFusion.Run(forward, kept);
            backward = AdditionFusion.Run(backward, wanted);
        }

        ImmutableHashSet<Operation> onDemand = [.. backward.Except(DeadOperations.Remove(backward, gradients))];
        var memory = MemoryPlanner.Plan(
            form,
            [.. forward, .. backward],
            forward.Length,
            form == NetworkForm.Tiles ? graph.Input : null,
            graph.Output,
            adjoint.OutputGradient,
            inputGradient is null ? [] : [inputGradient],
            new HashSet<Value>(gradients),
            onDemand);
        return new PassProgram(
            [],
            forward,
            backward,
            onDemand,
            graph.Output,
            adjoint.OutputGradient,
            inputGradient,
            adjoint.ParameterGradients,
            forward.Any(static operation => operation.NeedsWholeBatch),
            memory);
    }

    private static PassProgram Prediction(NetworkGraph graph, NetworkForm form)
    {
        ImmutableArray<Value> kept = [graph.Output];
        var operations = graph.Operations;
        if (form == NetworkForm.Tiles)
        {
            operations = ScaleFusion.Run(operations, kept);
        }

        operations = RectificationFusion.Run(operations, kept);
        if (form == NetworkForm.Tiles)
        {
            operations = AdditionFusion.Run(operations, kept);
        }

        ImmutableArray<Operation> prologue = [.. operations.Where(static operation => operation.Result.Role == ValueRole.Derived)];
        ImmutableArray<Operation> forward = [.. operations.Except(prologue)];

        // Where a lane is a sample, the loss writes its gradient whether or not it is wanted.
        var gradient = new Value("dy", graph.Output.Shape, ValueRole.Gradient, ValueExtent.Sample, graph.Output.Layer);
        var memory = MemoryPlanner.Plan(
            form,
            [.. prologue, .. forward],
            prologue.Length + forward.Length,
            form == NetworkForm.Tiles ? graph.Input : null,
            graph.Output,
            form == NetworkForm.Lanes ? gradient : null,
            kept,
            new HashSet<Value>(),
            ImmutableHashSet<Operation>.Empty);
        return new PassProgram(
            prologue, forward, [], [], graph.Output, gradient, null, ImmutableDictionary<Value, Value>.Empty, NeedsWholeBatch: false, memory);
    }

    private static ImmutableArray<NetworkStep> Steps(NetworkSpec spec, NetworkGraph graph)
    {
        var tensors = Stored(graph.Parameters);
        var states = Stored(graph.States);
        return
        [
            .. spec.Steps.Select((layer, index) => new NetworkStep(
                index + 1,
                layer,
                tensors.Where(tensor => tensor.Value.Layer == index + 1).ToImmutableArray(),
                states.Where(state => state.Value.Layer == index + 1).ToImmutableArray())),
        ];
    }

    private static List<StoredTensor> Stored(IEnumerable<Value> values)
    {
        var stored = new List<StoredTensor>();
        var offset = 0;
        foreach (var value in values)
        {
            stored.Add(new StoredTensor(value, offset));
            offset = checked(offset + stored[stored.Count - 1].Length);
        }

        return stored;
    }
}

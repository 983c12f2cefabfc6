using System.Collections.Immutable;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Members;

/// <summary>A scheduled network to what its members are written from.</summary>
internal static class MemberPlanner
{
    /// <summary>The plan.</summary>
    public static MemberPlan Plan(NetworkProgram program) => new(
        program.Spec,
        program.Steps.Select(static step => new MemberLayer(step.Number, step.Spec, Tensors(step.Tensors), Tensors(step.States))).ToImmutableArray(),
        Updates(program),
        program.MultiplyAdds,
        program.IsRandom,
        SampleScheduler.Predicts(program),
        SampleScheduler.Trains(program),
        program.Schedule.Reason);

    private static ImmutableArray<MemberTensor> Tensors(EquatableArray<StoredTensor> tensors) =>
        tensors.Select(static stored => new MemberTensor(stored.Name, stored.Tensor.Shape, stored.Offset, stored.Tensor.IsTransposed)).ToImmutableArray();

    // Running means, then running variances of each normalization: one stretch.
    private static ImmutableArray<StateUpdate> Updates(NetworkProgram program)
    {
        var states = program.States.ToDictionary(static stored => stored.Value);
        return program.Graph.Operations.OfType<BatchNormalization>().Select(operation =>
            new StateUpdate(states[operation.RunningMean].Offset, 2 * operation.X.Columns, operation.Momentum, operation.X.Positions)).ToImmutableArray();
    }
}

using System.Collections.Immutable;
using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Lowering;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Members;

/// <summary>A scheduled network to what its members are written from.</summary>
internal static class MemberPlanner
{
    /// <summary>The plan.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="schedule">Its form.</param>
    public static MemberPlan Plan(NetworkPlan plan, NetworkSchedule schedule) => new(
        plan.Spec,
        plan.Layers.Select(static layer => new MemberLayer(
            layer.Number,
            layer.Spec,
            layer.Tensors.Select(static tensor => new MemberTensor(tensor.Name, tensor.Shape, tensor.Offset, tensor.IsTransposed)).ToImmutableArray(),
            default)).ToImmutableArray(),
        default,
        plan.MultiplyAdds,
        IsRandom: false,
        SampleEmitter.Supports(plan),
        schedule.Reason);
}

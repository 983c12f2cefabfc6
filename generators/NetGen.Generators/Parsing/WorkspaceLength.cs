using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Parsing;

/// <summary>How much a pass keeps: what the size check asks of those who lay networks out.</summary>
internal static class WorkspaceLength
{
    /// <summary>The values of the longest pass; 0 for a network that is not laid out.</summary>
    public static long Of(NetworkSpec network, CancellationToken cancellationToken)
    {
        if (!Generators.LayerKinds.Cover(network))
        {
            return 0;
        }

        var plan = NetworkLowering.Lower(network, cancellationToken);
        var pass = PassPlan.Create(plan, NetworkScheduler.Schedule(plan));
        return Math.Max(pass.TrainingWithInputGradient.Length, pass.Prediction.Length);
    }
}

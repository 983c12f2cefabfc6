using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Parsing;

/// <summary>How much a pass keeps: what the size check asks of those who lay networks out.</summary>
internal static class WorkspaceLength
{
    /// <summary>The floats of the longest pass over as many samples as go through at a time.</summary>
    public static long Of(NetworkSpec network, CancellationToken cancellationToken)
    {
        var program = ProgramBuilder.Build(network, cancellationToken);
        return Math.Max(
            new PassWorkspace(program.Training, program.Schedule).LengthOnDemand.Floats, new PassWorkspace(program.Prediction, program.Schedule).Length.Floats);
    }
}

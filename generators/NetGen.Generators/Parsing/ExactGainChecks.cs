using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Parsing.Layers;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Parsing;

/// <summary>Whether each exact gain that is asked for exists: it follows from all the layers before, so that it is looked for once these are known.</summary>
internal static class ExactGainChecks
{
    /// <summary>Reports each gain that does not exist.</summary>
    /// <param name="network">A network without any other error.</param>
    /// <param name="steps">Where its steps are declared, in order.</param>
    public static void Check(NetworkSpec network, ImmutableArray<LayerPlace> steps)
    {
        if (!network.Steps.Any(static layer => layer is WeightedLayerSpec { Weights.Gain: InitializerSpec.ExactGain }))
        {
            return;
        }

        foreach (var parameters in InitializerResolution.Resolve(network))
        {
            if (parameters.Weights.Problem.Length > 0)
            {
                var reader = steps[parameters.LayerIndex].Reader;
                reader.Report(ValueRules.ExactGainUnknown, "Gain", reader.Subject, parameters.Weights.Problem);
            }
        }
    }
}

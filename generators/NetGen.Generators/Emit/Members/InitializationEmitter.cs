using NetGen.Generators.Lowering;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the class that sets every parameter from a seed.</summary>
internal static class InitializationEmitter
{
    /// <summary>The class.</summary>
    public static void Emit(CodeWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>How the parameters start. Each tensor draws from a stream of its own, numbered by layer and tensor.</summary>");
        using (writer.Open("file static class Start"))
        using (writer.Open("internal static void Initialize(Span<float> p, ulong seed)"))
        {
            foreach (var parameters in InitializerResolution.Resolve(plan.Spec))
            {
                var layer = plan.Layers[parameters.LayerIndex];
                LayerKinds.Of(layer.Spec).Emitter.Initialize(writer, layer, parameters);
            }
        }
    }
}

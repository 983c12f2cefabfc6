using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Initializers;

/// <summary>From declared initializers to the constants that are baked into emitted code.</summary>
internal static class InitializerResolution
{
    /// <summary>One entry a layer with parameters, in the network's order.</summary>
    /// <param name="network">As declared; the order and kinds of its layers decide exact gains.</param>
    public static EquatableArray<ResolvedParameters> Resolve(NetworkSpec network) =>
        new([.. ForwardPass.Run(network).Parameters]);

    /// <summary>The parameters of one layer.</summary>
    /// <param name="network">The layer's network.</param>
    /// <param name="layerIndex">Which of its layers; one with parameters.</param>
    public static ResolvedParameters Resolve(NetworkSpec network, int layerIndex) =>
        ForwardPass.Run(network).Parameters.First(parameters => parameters.LayerIndex == layerIndex);
}

using NetGen.Generators.Graph;
using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Initializers;

/// <summary>From declared initializers to the constants that are baked into emitted code.</summary>
internal static class InitializerResolution
{
    /// <summary>One entry a sum over weights, in the network's order: layers with weights, and projections of residual blocks.</summary>
    /// <param name="network">As declared; the order and kinds of its layers decide exact gains.</param>
    public static EquatableArray<ResolvedParameters> Resolve(NetworkSpec network) =>
        new([.. ForwardPass.Run(network).Parameters]);

    /// <summary>The parameters of one layer.</summary>
    /// <param name="network">The layer's network.</param>
    /// <param name="layerIndex">Which of its steps; one with a sum over weights.</param>
    public static ResolvedParameters Resolve(NetworkSpec network, int layerIndex) =>
        ForwardPass.Run(network).Parameters.First(parameters => parameters.LayerIndex == layerIndex);

    /// <summary>Every tensor of the network, parameters first, then state, each in the order in which the operations come to them.</summary>
    /// <param name="network">As declared.</param>
    public static EquatableArray<ResolvedTensor> Tensors(NetworkSpec network)
    {
        var forward = ForwardPass.Run(network);
        var known = new Dictionary<Value, ResolvedInitializer>();
        foreach (var weighted in forward.Weighted)
        {
            known[weighted.Product.Weights] = weighted.Weights;
            if (weighted.Product.Bias is { } bias)
            {
                known[bias] = weighted.Bias!;
            }
        }

        return new(
        [
            .. forward.Graph.Parameters.Concat(forward.Graph.States).Select(value => new ResolvedTensor(
                value.Layer - 1,
                value.Tensor!,
                known.TryGetValue(value, out var start) ? start : InitializerFormulas.Resolve(value.Tensor!.Initializer, value.Tensor.FanIn, value.Tensor.FanOut, 1, false))),
        ]);
    }
}

using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>The tensors that normalizations have, under PyTorch's names.</summary>
internal static class NormalizationTensors
{
    private static readonly InitializerSpec s_ones = new(InitializerKind.Ones, IsDefault: true);

    /// <summary>The factor of each column, 1 at first.</summary>
    public static Value Gamma(LayerSpec layer, int number) => GraphBuilder.Parameter("gamma", number, Tensor(layer, "weight", 0, s_ones));

    /// <summary>What is added to each column, 0 at first.</summary>
    public static Value Beta(LayerSpec layer, int number) => GraphBuilder.Parameter("beta", number, Tensor(layer, "bias", 1, InitializerSpec.Zeros));

    /// <summary>The running mean of each column, 0 at first.</summary>
    public static Value RunningMean(LayerSpec layer, int number) => GraphBuilder.State("runningMean", number, Tensor(layer, "running_mean", 0, InitializerSpec.Zeros));

    /// <summary>The running variance of each column, 1 at first.</summary>
    public static Value RunningVariance(LayerSpec layer, int number) => GraphBuilder.State("runningVariance", number, Tensor(layer, "running_var", 1, s_ones));

    private static TensorSpec Tensor(LayerSpec layer, string name, int index, InitializerSpec initializer) =>
        new(layer.Name + "." + name, ImmutableArray.Create(layer.Input.Last), IsTransposed: false, index, initializer);
}

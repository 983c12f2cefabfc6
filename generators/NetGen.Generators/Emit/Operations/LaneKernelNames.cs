using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>The emitted kernels of a layer where a lane is a sample.</summary>
internal static class LaneKernelNames
{
    /// <summary>z = x W + b.</summary>
    public static string Forward(MatrixProduct product) => $"Layer{Literal.Of(product.Layer)}Forward{(product.Rectifies ? "Relu" : "")}";

    /// <summary>dW += x dz, lane by lane.</summary>
    public static string WeightGradient(int layer) => $"Layer{Literal.Of(layer)}WeightGradient";

    /// <summary>dx = dz W^T.</summary>
    public static string InputGradient(int layer) => $"Layer{Literal.Of(layer)}InputGradient";
}

using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Layers;

/// <summary>The statements that start a dense layer: each tensor's formula as a comment, its constant baked.</summary>
internal static class DenseInitialization
{
    /// <summary>Weights, then biases, which may be computed from the weights.</summary>
    public static void Emit(CodeWriter writer, DensePlan dense, ResolvedParameters parameters)
    {
        Tensor(writer, dense, dense.Weights, 0, parameters.Weights, dense.Dense.Weights.CustomType, dense.Output.Size, dense.Input.Size);
        if (dense.Bias is not null && parameters.Bias is { } bias)
        {
            Tensor(writer, dense, dense.Bias, 1, bias, dense.Dense.Bias!.CustomType, 1, dense.Output.Size);
        }
    }

    private static void Tensor(
        CodeWriter writer, DensePlan dense, TensorPlan tensor, int index, ResolvedInitializer initializer, string customType, int units, int inputs)
    {
        var values = $"p.Slice({Literal.Of(tensor.Offset)}, {Literal.Of(tensor.Length)})";
        var constant = Literal.Float(initializer.Constant);
        var shape = $"{Literal.Of(units)}, {Literal.Of(inputs)}";
        writer.Line($"// {tensor.Name} [{string.Join(", ", tensor.Shape.Select(static extent => Literal.Of(extent)))}]: {initializer.Formula}");
        switch (initializer.Distribution)
        {
            case TensorDistribution.Constant:
                writer.Line($"TensorInitializer.Constant({values}, {constant});");
                return;
            case TensorDistribution.WeightSum:
                var weights = $"p.Slice({Literal.Of(dense.Weights.Offset)}, {Literal.Of(dense.Weights.Length)})";
                writer.Line($"TensorInitializer.CentredLogisticBias({weights}, {values}, {Literal.Of(dense.Output.Size)}, {Literal.Of(dense.Input.Size)});");
                return;
        }

        writer.Line($"var random{tensor.Symbol} = new RandomStream(seed, {Literal.Of(dense.Number)}, {Literal.Of(index)});");
        writer.Line(initializer.Distribution == TensorDistribution.Custom
            ? $"TensorInitializer.Custom<{customType}>({values}, {shape}, {Literal.Of(dense.Dense.FanIn)}, {Literal.Of(dense.Dense.FanOut)}, ref random{tensor.Symbol});"
            : $"TensorInitializer.{initializer.Distribution}({values}, {shape}, {constant}, ref random{tensor.Symbol});");
    }
}

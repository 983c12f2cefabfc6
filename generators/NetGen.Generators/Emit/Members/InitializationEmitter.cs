using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the class that sets every parameter from a seed, and the state: each tensor's formula as a comment, its constant baked.</summary>
internal static class InitializationEmitter
{
    /// <summary>The class.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program)
    {
        var resolved = InitializerResolution.Resolve(program.Spec).ToDictionary(static parameters => parameters.LayerIndex + 1);
        writer.Line("/// <summary>How the parameters start. Each tensor draws from a stream of its own, numbered by layer and tensor.</summary>");
        using (writer.Open("file static class Start"))
        using (writer.Open($"internal static void Initialize(Span<float> p, {(program.StateCount > 0 ? "Span<float> state, " : "")}ulong seed)"))
        {
            foreach (var step in program.Steps)
            {
                foreach (var tensor in step.Tensors)
                {
                    var initializer = resolved.TryGetValue(step.Number, out var parameters) ? tensor.Tensor.Index == 0 ? parameters.Weights : parameters.Bias : null;
                    if (initializer is null)
                    {
                        Constant(writer, tensor, "p");
                    }
                    else
                    {
                        Tensor(writer, step, tensor, initializer);
                    }
                }

                foreach (var state in step.States)
                {
                    Constant(writer, state, "state");
                }
            }
        }
    }

    private static void Constant(CodeWriter writer, StoredTensor tensor, string buffer) => writer.Line(
        $"TensorInitializer.Constant({Slice(tensor, buffer)}, {(tensor.Tensor.Initializer.Kind == InitializerKind.Ones ? "1" : "0")}); // {tensor.Name}");

    private static void Tensor(CodeWriter writer, NetworkStep step, StoredTensor stored, ResolvedInitializer initializer)
    {
        var tensor = stored.Tensor;
        var values = Slice(stored, "p");
        var constant = Literal.Float(initializer.Constant);
        var (units, inputs) = tensor.Shape.Count == 2 ? (tensor.Shape[0], tensor.Shape[1]) : (1, tensor.Shape[0]);
        var shape = $"{Literal.Of(units)}, {Literal.Of(inputs)}";
        writer.Line($"// {tensor.Name} [{string.Join(", ", tensor.Shape.Select(static extent => Literal.Of(extent)))}]: {initializer.Formula}");
        switch (initializer.Distribution)
        {
            case TensorDistribution.Constant:
                writer.Line($"TensorInitializer.Constant({values}, {constant});");
                return;
            case TensorDistribution.WeightSum:
                var weights = step.Tensors[0];
                writer.Line($"TensorInitializer.CentredLogisticBias({Slice(weights, "p")}, {values}, {Literal.Of(weights.Tensor.Shape[0])}, {Literal.Of(weights.Tensor.Shape[1])});");
                return;
        }

        writer.Line($"RandomStream random{stored.Value.Symbol} = new(seed, {Literal.Of(step.Number)}, {Literal.Of(tensor.Index)});");
        writer.Line(initializer.Distribution == TensorDistribution.Custom
            ? $"TensorInitializer.Custom<{tensor.Initializer.CustomType}>({values}, {shape}, {Literal.Of(tensor.FanIn)}, {Literal.Of(tensor.FanOut)}, ref random{stored.Value.Symbol});"
            : $"TensorInitializer.{initializer.Distribution}({values}, {shape}, {constant}, ref random{stored.Value.Symbol});");
    }

    private static string Slice(StoredTensor tensor, string buffer) => $"{buffer}.Slice({Literal.Of(tensor.Offset)}, {Literal.Of(tensor.Length)})";
}

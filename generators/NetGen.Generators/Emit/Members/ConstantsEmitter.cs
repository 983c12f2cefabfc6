using NetGen.Generators.Scheduling;
using NetGen.Generators.Signal.Initializers;
using NetGen.Generators.Signal.Report;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes what is known of the network without an instance: sizes, layers, tensors, texts.</summary>
internal static class ConstantsEmitter
{
    /// <summary>The members.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="plan">The network.</param>
    /// <param name="signal">What is predicted of it.</param>
    /// <param name="table">The lines of its summary.</param>
    public static void Emit(CodeWriter writer, NetworkProgram plan, SignalReport signal, IReadOnlyList<string> table)
    {
        var spec = plan.Spec;
        var architecture = ArchitectureText.Of(spec);
        Constant(writer, "int InputSize", Literal.Of(plan.InputSize), "Values a sample.");
        Constant(writer, "int OutputSize", Literal.Of(plan.OutputSize), "Values the last layer gives a sample.");
        Constant(writer, "int TargetSize", Literal.Of(spec.TargetSize), "Targets a sample.");
        Constant(writer, "int ParameterCount", Literal.Of(plan.ParameterCount), "Trainable parameters, the length of <see cref=\"Parameters\"/> and of every gradient buffer.");
        Constant(writer, "string Architecture", Literal.Text(architecture), "The layers as a line; two networks with the same line compute the same function of the same parameters.");
        Constant(writer, "string Fingerprint", Literal.Text(ArchitectureText.Fingerprint(architecture)), "A hash of <see cref=\"Architecture\"/>, kept in weights files.");

        writer.Line("/// <summary>The architecture as a table, with the signal predicted at initialization.</summary>");
        writer.Line(Generated.Attribute);
        writer.Line("public static string Summary =>");
        using (writer.Indent())
        {
            for (var index = 0; index < table.Count; index++)
            {
                writer.Line(index < table.Count - 1 ? Literal.Text(table[index] + "\n") + " +" : Literal.Text(table[index]) + ";");
            }
        }

        writer.Line();
        writer.Line("/// <summary>The layers, in order.</summary>");
        writer.Line(Generated.Attribute);
        using (Array(writer, "global::NetGen.LayerInfo", "Layers"))
        {
            var offset = 0;
            var start = InitializerResolution.Resolve(plan.Spec).ToDictionary(static parameters => parameters.LayerIndex, static parameters => parameters.Weights.Formula);
            foreach (var layer in plan.Steps)
            {
                var initializer = start.TryGetValue(layer.Number - 1, out var formula) ? formula : "";
                writer.Line(
                    $"new({Literal.Text(layer.Spec.Name)}, {Literal.Text(layer.Spec.Kind)}, {Literal.Text(layer.Spec.Activation.Name)}, {Extents(layer.Spec.Input.Extents)}, "
                    + $"{Extents(layer.Spec.Output.Extents)}, {Literal.Of(offset)}, {Literal.Of(layer.ParameterCount)}, {Literal.Text(initializer)}, "
                    + $"{PredictionLiteral.Of(signal.Layers[layer.Number - 1], signal.IsGradientRelative)}),");
                offset += layer.ParameterCount;
            }
        }

        writer.Line();
        writer.Line("/// <summary>The tensors of parameters, in the order in which they stand in <see cref=\"Parameters\"/>.</summary>");
        writer.Line(Generated.Attribute);
        using (Array(writer, "global::NetGen.TensorInfo", "Tensors"))
        {
            foreach (var tensor in plan.Tensors)
            {
                writer.Line($"new({Literal.Text(tensor.Name)}, {Extents(tensor.Tensor.Shape)}, {Literal.Of(tensor.Offset)}, {(tensor.Tensor.IsTransposed ? "true" : "false")}),");
            }
        }
    }

    private static void Constant(CodeWriter writer, string declaration, string value, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(Generated.Attribute);
        writer.Line($"public const {declaration} = {value};");
        writer.Line();
    }

    private static IDisposable Array(CodeWriter writer, string element, string name)
    {
        writer.Line($"public static global::System.Collections.Immutable.ImmutableArray<{element}> {name} {{ get; }} =");
        return writer.OpenList();
    }

    private static string Extents(IEnumerable<int> extents) => $"[{string.Join(", ", extents.Select(static extent => Literal.Of(extent)))}]";
}

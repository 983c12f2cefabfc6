using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;
using NetGen.Generators.Signal.Report;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes what is known of the network without an instance: sizes, layers, tensors, texts.</summary>
internal static class ConstantsEmitter
{
    private const string Array = "public static global::System.Collections.Immutable.ImmutableArray";

    /// <summary>The members.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="plan">The network.</param>
    /// <param name="signal">What is predicted of it.</param>
    /// <param name="table">The lines of its summary.</param>
    public static void Emit(CodeWriter writer, MemberPlan plan, SignalReport signal, IReadOnlyList<string> table)
    {
        var spec = plan.Spec;
        var architecture = ArchitectureText.Of(spec);
        writer.Line("/// <summary>Values per sample in and out; trainable parameters.</summary>");
        writer.Line($"public const int InputSize = {Literal.Of(spec.Input.Shape.Size)}, OutputSize = {Literal.Of(spec.Output.Size)}, ParameterCount = {Literal.Of(plan.ParameterCount)};");
        Property(writer, "int TargetSize", Literal.Of(spec.TargetSize));
        Property(writer, "int StateCount", Literal.Of(plan.StateCount));
        Property(writer, "string Architecture", Literal.Text(architecture));
        Property(writer, "string Fingerprint", Literal.Text(ArchitectureText.Fingerprint(architecture)));
        Summary(writer, table);
        Layers(writer, plan, signal);
        Tensors(writer, plan);
    }

    private static void Property(CodeWriter writer, string declaration, string value)
    {
        MemberDocumentation.Inherit(writer);
        writer.Line($"public static {declaration} => {value};");
    }

    private static void Summary(CodeWriter writer, IReadOnlyList<string> table)
    {
        MemberDocumentation.Inherit(writer);
        writer.Line("public static string Summary =>");
        using (writer.Indent())
        {
            for (var index = 0; index < table.Count; index++)
            {
                writer.Line(index < table.Count - 1 ? Literal.Text(table[index] + "\n") + " +" : Literal.Text(table[index]) + ";");
            }
        }
    }

    private static void Layers(CodeWriter writer, MemberPlan plan, SignalReport signal)
    {
        var offset = 0;
        var start = InitializerResolution.Resolve(plan.Spec).ToDictionary(static parameters => parameters.LayerIndex, static parameters => parameters.Weights.Formula);
        MemberDocumentation.Inherit(writer);
        writer.Line($"{Array}<global::NetGen.LayerInfo> Layers {{ get; }} =");
        using (writer.OpenList())
        {
            foreach (var layer in plan.Layers)
            {
                var spec = layer.Spec;
                var initializer = start.TryGetValue(layer.Number - 1, out var formula) ? formula : "";
                writer.Line(
                    $"new({Literal.Text(spec.Name)}, {Literal.Text(spec.Kind)}, {Literal.Text(spec.Activation.Name)}, {Extents(spec.Input.Extents)}, {Extents(spec.Output.Extents)}, "
                    + $"{Literal.Of(offset)}, {Literal.Of(layer.ParameterCount)}, {Literal.Text(initializer)}, "
                    + $"{PredictionLiteral.Of(signal.Layers[layer.Number - 1], signal.IsGradientRelative)}{Alpha(spec.Activation)}){Properties(spec)},");
                offset += layer.ParameterCount;
            }
        }
    }

    private static void Tensors(CodeWriter writer, MemberPlan plan)
    {
        MemberDocumentation.Inherit(writer);
        writer.Line($"{Array}<global::NetGen.TensorInfo> Tensors {{ get; }} =");
        using (writer.OpenList())
        {
            foreach (var tensor in plan.Parameters)
            {
                writer.Line($"new({Place(tensor)}),");
            }

            foreach (var tensor in plan.State)
            {
                writer.Line($"new({Place(tensor)}, global::NetGen.TensorRole.State),");
            }
        }
    }

    /// <summary>What a probe must know of a layer besides: which layers are inside, and the number that its kind takes.</summary>
    private static string Properties(LayerSpec layer)
    {
        var inside = LayerTree.Steps(layer.Body).Count();
        var properties = new List<string>();
        if (inside > 0)
        {
            properties.Add($"LayersInside = {Literal.Of(inside)}");
        }

        if (layer.Setting != 0)
        {
            properties.Add($"Setting = {Literal.Double(layer.Setting)}");
        }

        return properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
    }

    private static string Alpha(ActivationSpec activation) => activation.Alpha == 0 ? "" : $", {Literal.Float(activation.Alpha)}";

    private static string Place(MemberTensor tensor) =>
        $"{Literal.Text(tensor.Name)}, {Extents(tensor.Shape)}, {Literal.Of(tensor.Offset)}, {(tensor.IsTransposed ? "true" : "false")}";

    private static string Extents(IEnumerable<int> extents) => $"[{string.Join(", ", extents.Select(static extent => Literal.Of(extent)))}]";
}

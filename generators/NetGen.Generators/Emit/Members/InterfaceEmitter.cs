using NetGen.Generators.Scheduling;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes those members of INetwork that users see under another form, or not at all.</summary>
internal static class InterfaceEmitter
{
    /// <summary>The explicit implementations.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram plan)
    {
        var spec = plan.Spec;
        var task = spec.Loss.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => "Classification",
            LossKind.BinaryCrossEntropy => "BinaryClassification",
            _ => "Regression",
        };
        var network = ClassEmitter.InterfaceOf(spec);
        foreach (var (type, name, value) in ((string, string, string)[])[
            ("string", "Name", Literal.Text(spec.Type.Name)),
            ("int", "InputSize", "InputSize"),
            ("int", "OutputSize", "OutputSize"),
            ("int", "TargetSize", "TargetSize"),
            ("int", "ParameterCount", "ParameterCount"),
            ("long", "MultiplyAdds", Literal.Of(plan.MultiplyAdds)),
            ("string", "Architecture", "Architecture"),
            ("string", "Fingerprint", "Fingerprint"),
            ("global::NetGen.InputInfo", "Input", $"new([{string.Join(", ", spec.Input.Shape.Extents.Select(static extent => Literal.Of(extent)))}], {Literal.Float(spec.Input.Scale)}, {Literal.Float(spec.Input.Shift)})"),
            ("global::NetGen.LossInfo", "Loss", $"new({Literal.Text(spec.Loss.Name)}, global::NetGen.NetworkTask.{task})")])
        {
            writer.Line();
            writer.Line(Generated.Attribute);
            writer.Line($"static {type} {network}.{name} => {value};");
        }

        writer.Line();
        writer.Line(Generated.Attribute);
        writer.Line($"static {spec.Type.Identifier} {network}.Create(ulong seed) => new(seed);");
        writer.Line();
        writer.Line(Generated.Attribute);
        writer.Line($"static void {network}.Activate(int layer, global::System.ReadOnlySpan<float> z, global::System.Span<float> a) =>");
        using (writer.Indent())
        {
            writer.Line("global::NetGen.Emitted.Functions.Activate(layer, z, a);");
        }
    }
}

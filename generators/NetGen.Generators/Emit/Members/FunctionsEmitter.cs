using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the layers' activation functions by number, for probes; the passes call them without this detour.</summary>
internal static class FunctionsEmitter
{
    /// <summary>The class.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var name = Literal.Text(plan.Name);
        writer.Line("/// <summary>The layers' activation functions by number, for probes.</summary>");
        using (writer.Open("file static class Functions"))
        using (writer.Open("internal static void Activate(int layer, ReadOnlySpan<float> z, Span<float> a)"))
        {
            writer.Line($"Check.Length(a.Length, z.Length, \"a\", {name});");
            using (writer.Open("switch (layer)"))
            {
                foreach (var group in plan.Layers.GroupBy(layer => Call(layer.Spec, name)))
                {
                    foreach (var layer in group)
                    {
                        writer.Line($"case {Literal.Of(layer.Number)}: // {layer.Spec.Name}");
                    }

                    using (writer.Indent())
                    {
                        writer.Line(group.Key);
                        writer.Line("break;");
                    }
                }

                writer.Line("default:");
                using (writer.Indent())
                {
                    writer.Line($"throw new ArgumentOutOfRangeException(\"layer\", layer, {Literal.Text($"{plan.Name} has the layers 1 to {Literal.Of(plan.Layers.Count)}.")});");
                }
            }
        }
    }

    private static string Call(LayerSpec layer, string network)
    {
        const string From = "ref MemoryMarshal.GetReference(z)";
        const string To = "ref MemoryMarshal.GetReference(a)";
        var (size, columns) = (layer.Output.Size, layer.Output.Last);
        return layer.Activation.Kind switch
        {
            ActivationKind.Identity => "z.CopyTo(a);",
            ActivationKind.Softmax =>
                $"Softmax.Forward({From}, {To}, Check.Samples(z.Length, {Literal.Of(size)}, {network}), {Literal.Of(size)}, {Literal.Of(size / columns)}, {Literal.Of(columns)});",
            ActivationKind.Custom => $"for (int i = 0; i < z.Length; i++) {{ a[i] = {layer.Activation.CustomType}.Apply(z[i]); }}",
            _ => $"Elementwise.Forward({ActivationCode.Instance(layer.Activation)}, {From}, {To}, (nuint)z.Length);",
        };
    }
}

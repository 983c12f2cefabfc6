using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the layers' activation functions by number, for probes; the passes call them without this detour.</summary>
internal static class FunctionsEmitter
{
    /// <summary>The class.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram plan)
    {
        writer.Line("/// <summary>The layers' activation functions by number, for probes.</summary>");
        using (writer.Open("file static class Functions"))
        using (writer.Open("internal static void Activate(int layer, ReadOnlySpan<float> z, Span<float> a)"))
        {
            var name = Literal.Text(plan.Spec.Type.Name);
            writer.Line($"Check.Length(a.Length, z.Length, \"a\", {name});");
            writer.Line("ref var from = ref MemoryMarshal.GetReference(z);");
            writer.Line("ref var to = ref MemoryMarshal.GetReference(a);");
            using (writer.Open("switch (layer)"))
            {
                foreach (var layer in plan.Steps)
                {
                    writer.Line($"case {Literal.Of(layer.Number - 1)}: // {layer.Spec.Name}");
                    using (writer.Indent())
                    {
                        Case(writer, layer, name);
                        writer.Line("break;");
                    }
                }

                writer.Line("default:");
                using (writer.Indent())
                {
                    writer.Line($"throw new ArgumentOutOfRangeException(\"layer\", layer, {Literal.Text($"{plan.Spec.Type.Name} has the layers 0 to {Literal.Of(plan.Steps.Length - 1)}.")});");
                }
            }
        }
    }

    private static void Case(CodeWriter writer, NetworkStep layer, string name)
    {
        var activation = layer.Spec.Activation;
        switch (activation.Kind)
        {
            case ActivationKind.Identity:
                writer.Line("z.CopyTo(a);");
                break;
            case ActivationKind.Softmax:
                var size = (int)layer.Spec.Output.Size;
                writer.Line(
                    $"Softmax.Forward(ref from, ref to, Check.Samples(z.Length, {Literal.Of(size)}, {name}), {Literal.Of(size)}, "
                    + $"{Literal.Of(size / layer.Spec.Output.Last)}, {Literal.Of(layer.Spec.Output.Last)});");
                break;
            case ActivationKind.Custom:
                using (writer.Open("for (var i = 0; i < z.Length; i++)"))
                {
                    writer.Line($"a[i] = {activation.CustomType}.Apply(z[i]);");
                }

                break;
            default:
                writer.Line($"Elementwise.Forward({ActivationCode.Instance(activation)}, ref from, ref to, (nuint)z.Length);");
                break;
        }
    }
}

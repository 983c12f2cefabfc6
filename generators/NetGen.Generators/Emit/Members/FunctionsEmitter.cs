using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the layers' activation functions by number, for probes, where some are the user's own; the library knows all others.</summary>
internal static class FunctionsEmitter
{
    /// <summary>Whether a network needs the class.</summary>
    public static bool IsNeeded(MemberPlan plan) => plan.Layers.Any(IsCustom);

    /// <summary>The class, if the network needs it.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        if (!IsNeeded(plan))
        {
            return;
        }

        writer.Line("/// <summary>The layers' activation functions by number, for probes; the passes call them without this detour.</summary>");
        using (writer.Open("file static class Functions"))
        using (writer.Open("internal static void Activate(ImmutableArray<LayerInfo> layers, int layer, ReadOnlySpan<float> z, Span<float> a)"))
        using (writer.Open("switch (layer)"))
        {
            foreach (var layer in plan.Layers.Where(IsCustom))
            {
                writer.Line($"case {Literal.Of(layer.Number)}: // {layer.Spec.Name}");
                using (writer.Indent())
                {
                    writer.Line($"Check.Length(a.Length, z.Length, \"a\", {Literal.Text(plan.Name)});");
                    using (writer.Open("for (int i = 0; i < z.Length; i++)"))
                    {
                        writer.Line($"a[i] = {layer.Spec.Activation.CustomType}.Apply(z[i]);");
                    }

                    writer.Line("break;");
                }
            }

            writer.Line("default:");
            using (writer.Indent())
            {
                writer.Line($"LayerFunctions.Apply(layers, layer, z, a, {Literal.Text(plan.Name)});");
                writer.Line("break;");
            }
        }
    }

    private static bool IsCustom(MemberLayer layer) => layer.Spec.Activation.Kind == ActivationKind.Custom;
}

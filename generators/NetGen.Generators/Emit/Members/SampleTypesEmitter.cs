using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes Input and Output: inline arrays of exact size, so that a sample of the wrong size does not compile.</summary>
internal static class SampleTypesEmitter
{
    /// <summary>Both types.</summary>
    public static void Emit(CodeWriter writer, Shape? input, Shape? output)
    {
        if (input is not null)
        {
            Type(writer, "Input", input, "One sample as the network receives it");
        }

        if (output is not null)
        {
            Type(writer, "Output", output, "What the last layer gives for one sample");
        }
    }

    private static void Type(CodeWriter writer, string name, Shape shape, string summary)
    {
        var size = Literal.Of(shape.Size);
        writer.Line();
        writer.Line($"/// <summary>{summary}: {shape} values. Converts to spans and is indexed as one.</summary>");
        writer.Line(Generated.Attribute);
        writer.Line($"[global::System.Runtime.CompilerServices.InlineArray({size})]");
        using (writer.Open($"public struct {name}"))
        {
            writer.Line("private float _element;");
            writer.Line();
            writer.Line("/// <summary>A copy of a span.</summary>");
            writer.Line($"/// <param name=\"values\">Exactly {size} values.</param>");
            writer.Line("/// <exception cref=\"global::NetGen.ShapeMismatchException\">The span has another length.</exception>");
            using (writer.Open($"public static {name} From(global::System.ReadOnlySpan<float> values)"))
            {
                writer.Line($"global::NetGen.Numerics.Check.Length(values.Length, {size}, \"values\", \"{name}\");");
                writer.Line($"var result = default({name});");
                writer.Line("values.CopyTo(result.AsSpan());");
                writer.Line("return result;");
            }

            writer.Line();
            writer.Line("/// <summary>The values, to be changed in place.</summary>");
            writer.Line("[global::System.Diagnostics.CodeAnalysis.UnscopedRef]");
            writer.Line($"public global::System.Span<float> AsSpan() => global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _element, {size});");
            writer.Line();
            writer.Line("/// <summary>The values, to be read.</summary>");
            writer.Line("[global::System.Diagnostics.CodeAnalysis.UnscopedRef]");
            writer.Line($"public readonly global::System.ReadOnlySpan<float> AsReadOnlySpan() => global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(in _element, {size});");
        }
    }
}

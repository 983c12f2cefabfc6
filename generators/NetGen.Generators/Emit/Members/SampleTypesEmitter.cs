using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes Input and Output: inline arrays of exact size, which a sample of another size does not fit.</summary>
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
        MemberDocumentation.Write(writer, $"{summary}, {shape} values. Converts to spans and is indexed as one.");
        writer.Line(Generated.Attribute);
        writer.Line($"[global::System.Runtime.CompilerServices.InlineArray({size})]");
        using (writer.Open($"public struct {name}"))
        {
            writer.Line("private float _element;");
            writer.Line();
            writer.Line($"/// <summary>A copy of a span of exactly {size} values.</summary>");
            writer.Line($"public static {name} From({EmittedTypes.ReadOnlySpan} values) => global::NetGen.Numerics.SampleValues.Copy<{name}>(values, {Literal.Text(name)});");
            writer.Line();
            writer.Line("/// <summary>The values, to be changed in place.</summary>");
            writer.Line("[global::System.Diagnostics.CodeAnalysis.UnscopedRef]");
            writer.Line($"public {EmittedTypes.Span} AsSpan() => this;");
            writer.Line();
            writer.Line("/// <summary>The values, to be read.</summary>");
            writer.Line("[global::System.Diagnostics.CodeAnalysis.UnscopedRef]");
            writer.Line($"public readonly {EmittedTypes.ReadOnlySpan} AsReadOnlySpan() => this;");
        }
    }
}

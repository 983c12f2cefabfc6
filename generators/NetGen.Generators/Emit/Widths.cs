using NetGen.Generators.Machine;

namespace NetGen.Generators.Emit;

/// <summary>Code that is written once for vectors of every width: a class that is generic in the vector, and the choice among its instances.</summary>
internal static class Widths
{
    /// <summary>Opens a class or a method in <c>TVector</c>, a vector of floats, and <c>TOps</c>, what is done with it.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="declaration">Its declaration up to the constraints.</param>
    public static CodeWriter.Block Constrain(CodeWriter writer, string declaration)
    {
        writer.Line(declaration);
        using (writer.Indent())
        {
            writer.Line("where TVector : struct");
            writer.Line("where TOps : struct, IVectorOperations<TVector>");
        }

        return writer.Open();
    }

    /// <summary>Calls a method of such a class in the widest vectors that the processor has; the checks are constants to the JIT.</summary>
    public static void Choose(CodeWriter writer, MethodSignature signature, string type)
    {
        foreach (var width in VectorWidth.All)
        {
            var bits = Literal.Of(width.Bits);
            var condition = width == VectorWidth.Narrow ? "" : $"if (Vector{bits}.IsHardwareAccelerated) ";
            writer.Line($"{(width == VectorWidth.Wide ? "" : "else ")}{condition}{signature.Forward($"{type}<Vector{bits}<float>, VectorOperations{bits}>")}");
        }
    }
}

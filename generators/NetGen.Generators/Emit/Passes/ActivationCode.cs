using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes the call that applies an activation, and the one that applies its derivative.</summary>
internal static class ActivationCode
{
    /// <summary>y = phi(x).</summary>
    public static string Forward(Map map, PassContext pass)
    {
        var (x, y) = (pass.Ref(map.X), pass.Ref(map.Y));
        return map.Function.Kind switch
        {
            ActivationKind.Identity when pass.IsLanes => $"RowKernels.CopyRows({x}, 0, {y}, 0, 1, (int)({pass.Length(map.X)}));",
            ActivationKind.Identity =>
                $"RowKernels.CopyRows({x}, {pass.Stride(map.X)}, {y}, {pass.Stride(map.Y)}, {PassContext.RowCount(map.X)}, {Literal.Of(map.X.Columns)});",
            ActivationKind.Custom => $"Activate{Literal.Of(map.Layer)}({x}, {y}, {pass.Length(map.X)});",
            _ => $"Elementwise.Forward({Instance(map.Function)}, {x}, {y}, {pass.Length(map.X)});",
        };
    }

    /// <summary>dx = dy phi'(x), phi' computed from x or from y, whichever was kept.</summary>
    public static string Backward(MapGradient map, PassContext pass)
    {
        var values = $"{pass.Ref(map.Saved)}, {pass.Ref(map.Dy)}, {pass.Ref(map.Dx)}, {pass.Length(map.Dy)}";
        return map.Function.Kind == ActivationKind.Custom
            ? $"Differentiate{Literal.Of(map.Layer)}({values});"
            : $"Elementwise.Backward({Instance(map.Function)}, {values});";
    }

    /// <summary>The loops that call an activation of the user's own.</summary>
    public static void CustomMethods(CodeWriter writer, int number, ActivationSpec activation)
    {
        writer.Line();
        writer.Line($"// a = phi(z), phi = {activation.Name}.");
        using (writer.Open($"private static void Activate{Literal.Of(number)}(ref float z, ref float a, nuint length)"))
        using (writer.Open("for (nuint i = 0; i < length; i++)"))
        {
            writer.Line($"Unsafe.Add(ref a, i) = {activation.CustomType}.Apply(Unsafe.Add(ref z, i));");
        }

        writer.Line();
        writer.Line("// dz = da phi'(z).");
        using (writer.Open($"private static void Differentiate{Literal.Of(number)}(ref float z, ref float da, ref float dz, nuint length)"))
        using (writer.Open("for (nuint i = 0; i < length; i++)"))
        {
            writer.Line($"Unsafe.Add(ref dz, i) = Unsafe.Add(ref da, i) * {activation.CustomType}.Derivative(Unsafe.Add(ref z, i));");
        }
    }

    /// <summary>The library's activation with its parameter.</summary>
    public static string Instance(ActivationSpec activation) => activation.Kind is ActivationKind.LeakyRelu or ActivationKind.Elu
        ? $"new {activation.Kind}({Literal.Float(activation.Alpha)})"
        : $"new {activation.Kind}()";
}

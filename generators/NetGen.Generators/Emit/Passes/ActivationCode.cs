using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes the call that applies an activation, and the one that applies its derivative.</summary>
internal static class ActivationCode
{
    /// <summary>a = phi(z).</summary>
    public static string Forward(int number, ActivationSpec activation, ValuePlan value, LayerPass pass, string z, string a) => activation.Kind switch
    {
        ActivationKind.Identity when pass.Form == NetworkForm.Lanes =>
            $"RowKernels.CopyRows({z}, Kernels.Lanes, {a}, Kernels.Lanes, (int)groups * {Literal.Of(value.Size)}, (int)Kernels.Lanes);",
        ActivationKind.Identity =>
            $"RowKernels.CopyRows({z}, {Literal.Of(value.Stride)}, {a}, {Literal.Of(value.Stride)}, (int)samples, {Literal.Of(value.Size)});",
        ActivationKind.Softmax =>
            $"Softmax.Forward({z}, {a}, (int)samples, {Literal.Of(value.Stride)}, {Literal.Of(value.Size / value.Shape.Last)}, {Literal.Of(value.Shape.Last)});",
        ActivationKind.Custom => $"Activate{Literal.Of(number)}({z}, {a}, {pass.Length(value)});",
        _ => $"Elementwise.Forward({Instance(activation)}, {z}, {a}, {pass.Length(value)});",
    };

    /// <summary>dz = da phi'(z), phi' computed from z or from a, whichever was kept.</summary>
    public static string Backward(int number, ActivationSpec activation, ValuePlan value, LayerPass pass, string z, string a, string da, string dz)
    {
        var saved = ActivationTraits.DerivativeNeedsPreActivation(activation) ? z : a;
        return activation.Kind switch
        {
            ActivationKind.Softmax =>
                $"Softmax.Backward({a}, {da}, {dz}, (int)samples, {Literal.Of(value.Stride)}, {Literal.Of(value.Size / value.Shape.Last)}, {Literal.Of(value.Shape.Last)});",
            ActivationKind.Custom => $"Differentiate{Literal.Of(number)}({saved}, {da}, {dz}, {pass.Length(value)});",
            _ => $"Elementwise.Backward({Instance(activation)}, {saved}, {da}, {dz}, {pass.Length(value)});",
        };
    }

    /// <summary>The loops that call an activation of the user's own.</summary>
    public static void CustomMethods(CodeWriter writer, int number, ActivationSpec activation)
    {
        writer.Line();
        writer.Line($"// a = phi(z), phi = {activation.Name}.");
        using (writer.Open($"private static void Activate{Literal.Of(number)}(ref float z, ref float a, nuint length)"))
        using (writer.Open("for (nuint i = 0; i < length; i++)"))
        {
            writer.Line($"Add(ref a, i) = {activation.CustomType}.Apply(Add(ref z, i));");
        }

        writer.Line();
        writer.Line("// dz = da phi'(z).");
        using (writer.Open($"private static void Differentiate{Literal.Of(number)}(ref float z, ref float da, ref float dz, nuint length)"))
        using (writer.Open("for (nuint i = 0; i < length; i++)"))
        {
            writer.Line($"Add(ref dz, i) = Add(ref da, i) * {activation.CustomType}.Derivative(Add(ref z, i));");
        }
    }

    /// <summary>phi as it is written in formulas.</summary>
    public static string Symbol(ActivationSpec activation) => activation.Name.Length == 0
        ? "phi"
        : char.ToLowerInvariant(activation.Name[0]) + activation.Name.Substring(1);

    /// <summary>The library's activation with its parameter.</summary>
    public static string Instance(ActivationSpec activation) => activation.Kind is ActivationKind.LeakyRelu or ActivationKind.Elu
        ? $"new {activation.Kind}({Literal.Float(activation.Alpha)})"
        : $"new {activation.Kind}()";
}

using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Writes phi and phi' for one sample: on vectors in registers or, where that would be more than the JIT inlines, as a call on memory.</summary>
internal static class SampleActivation
{
    /// <summary>Whether the activation can be written so.</summary>
    public static bool Supports(ActivationSpec activation) => ActivationTraits.IsElementwise(activation) && activation.Kind != ActivationKind.Custom;

    /// <summary>Stores a = phi(z) for vectors that are in variables, and z where it must be kept.</summary>
    public static void Forward(SamplePass pass, LayerPlan layer, IReadOnlyList<string> z, bool inlined)
    {
        var (writer, activation, vectors) = (pass.Writer, layer.Spec.Activation, pass.Vectors(layer.Output));
        for (var index = 0; index < z.Count; index++)
        {
            if (z[index].Length == 0)
            {
                continue;
            }

            if (layer.KeepsPreActivation)
            {
                writer.Line($"{z[index]}.StoreUnsafe(ref s, {SamplePass.Sum(SampleLayout.PreActivation(layer.Number), Literal.Of(index * vectors.Lanes))});");
            }

            var value = activation.Kind switch
            {
                ActivationKind.Relu => $"MaxNative(default, {z[index]})",
                _ when !inlined || activation.Kind == ActivationKind.Identity => z[index],
                _ => $"{ActivationCode.Instance(activation)}.Apply({z[index]})",
            };
            if (inlined || !layer.KeepsPreActivation)
            {
                writer.Line(pass.StoreOutput(layer, value, vectors, index));
            }
        }
    }

    /// <summary>The call a = phi(z), where <see cref="Forward"/> has stored z without it.</summary>
    public static void ForwardInMemory(SamplePass pass, LayerPlan layer)
    {
        var output = pass.Output(layer, 0);
        var z = layer.KeepsPreActivation ? SamplePass.Add("s", SampleLayout.PreActivation(layer.Number)) : output;
        pass.Writer.Line($"Elementwise.Forward({ActivationCode.Instance(layer.Spec.Activation)}, ref {z}, ref {output}, {Literal.Of(layer.Output.Size)});");
    }

    /// <summary>dz = da phi'(z), into new variables; their names.</summary>
    /// <param name="pass">The method.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="saved">The place of what phi' is computed from.</param>
    /// <param name="da">The symbol of the gradient by the output.</param>
    /// <param name="dz">The symbol of the gradient by the pre-activation.</param>
    public static void Backward(SamplePass pass, LayerPlan layer, string saved, string da, string dz)
    {
        var (writer, activation, vectors) = (pass.Writer, layer.Spec.Activation, pass.Vectors(layer.Output));
        var instance = ActivationCode.Instance(activation);
        if (pass.Inlines(vectors.Count * DerivativeVariables(activation)))
        {
            for (var index = 0; index < vectors.Count; index++)
            {
                var derivative = $"{instance}.Derivative({SamplePass.Load(vectors.Lanes, saved, index * vectors.Lanes)})";
                writer.Line($"var {vectors.Name(dz, index)} = {vectors.Name(da, index)} * {derivative};");
            }

            return;
        }

        for (var index = 0; index < vectors.Count; index++)
        {
            writer.Line($"{vectors.Name(da, index)}.StoreUnsafe(ref s, {SamplePass.Sum(SampleLayout.Gradient, Literal.Of(index * vectors.Lanes))});");
        }

        writer.Line($"Elementwise.Backward({instance}, ref Add(ref s, {saved}), ref Add(ref s, {SampleLayout.Gradient}), ref Add(ref s, {SampleLayout.Gradient}), {Literal.Of(vectors.Size)});");
        LoadGradient(pass, vectors, dz);
    }

    /// <summary>New variables with the gradient that is in memory.</summary>
    public static void LoadGradient(SamplePass pass, SampleVectors vectors, string symbol)
    {
        for (var index = 0; index < vectors.Count; index++)
        {
            pass.Writer.Line($"var {vectors.Name(symbol, index)} = {SamplePass.Load(vectors.Lanes, SampleLayout.Gradient, index * vectors.Lanes)};");
        }
    }

    /// <summary>Variables that one vector's phi adds to a method it is inlined into.</summary>
    public static int Variables(ActivationSpec activation) => activation.Kind switch
    {
        ActivationKind.Identity or ActivationKind.Relu => 0,
        ActivationKind.LeakyRelu or ActivationKind.HardSigmoid or ActivationKind.HardSwish or ActivationKind.Softsign => 12,
        _ => 60,
    };

    private static int DerivativeVariables(ActivationSpec activation) => activation.Kind switch
    {
        ActivationKind.Relu or ActivationKind.LeakyRelu or ActivationKind.Tanh or ActivationKind.Sigmoid or ActivationKind.HardSigmoid
            or ActivationKind.HardSwish or ActivationKind.Softsign => 12,
        _ => 60,
    };
}

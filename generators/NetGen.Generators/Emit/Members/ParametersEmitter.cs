using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the parameters: their buffer, the constructor, the views by layer, and access by a tensor's name.</summary>
internal static class ParametersEmitter
{
    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram plan)
    {
        const string Span = "global::System.Span<float>";
        const string ReadOnlySpan = "global::System.ReadOnlySpan<float>";
        writer.Line();
        writer.Line("private readonly global::NetGen.Numerics.AlignedBuffer _parameters = new(ParameterCount);");
        Member(writer, "A network with the parameters that a seed gives.", "<param name=\"seed\">Same seed, same bits, on every machine.</param>");
        writer.Line($"public {plan.Spec.Type.Identifier}(ulong seed) => Initialize(seed);");
        Member(writer, "All parameters, contiguous and 64-byte aligned. Weights are stored [inputs][units].");
        writer.Line($"public {Span} Parameters => _parameters.Span;");
        foreach (var layer in plan.Steps)
        {
            View(writer, layer);
        }

        Member(writer, "Sets every parameter anew.", "<param name=\"seed\">Same seed, same bits, on every machine.</param>");
        writer.Line("public void Initialize(ulong seed) => global::NetGen.Emitted.Start.Initialize(Parameters, seed);");
        Member(
            writer,
            "Copies a tensor out of the parameters, in its visible layout.",
            "<param name=\"name\">The tensor, one of <see cref=\"Tensors\"/>.</param>",
            "<param name=\"into\">As many elements as the tensor has.</param>");
        writer.Line($"public void GetTensor(string name, {Span} into) => global::NetGen.Numerics.TensorAccess.Get(Tensors, name, Parameters, into);");
        Member(
            writer,
            "Copies a tensor out of a buffer that has the layout of the parameters, such as one of gradients.",
            "<param name=\"name\">The tensor, one of <see cref=\"Tensors\"/>.</param>",
            "<param name=\"buffer\"><see cref=\"ParameterCount\"/> elements.</param>",
            "<param name=\"into\">As many elements as the tensor has; filled in the visible layout.</param>");
        writer.Line($"public static void GetTensor(string name, {ReadOnlySpan} buffer, {Span} into) => global::NetGen.Numerics.TensorAccess.Get(Tensors, name, buffer, into);");
        Member(
            writer,
            "Sets a tensor of the parameters.",
            "<param name=\"name\">The tensor, one of <see cref=\"Tensors\"/>.</param>",
            "<param name=\"values\">As many elements as the tensor has, in the visible layout.</param>");
        writer.Line($"public void SetTensor(string name, {ReadOnlySpan} values) => global::NetGen.Numerics.TensorAccess.Set(Tensors, name, Parameters, values);");
    }

    private static void Member(CodeWriter writer, string summary, params string[] more) => MemberDocumentation.Write(writer, summary, more);

    private static void View(CodeWriter writer, NetworkStep step)
    {
        if (step.Tensors.Count == 0 || step.Tensors[0].Tensor.Shape.Count != 2)
        {
            return;
        }

        var weights = step.Tensors[0];
        var (units, inputs) = (Literal.Of(weights.Tensor.Shape[0]), Literal.Of(weights.Tensor.Shape[1]));
        var bias = step.Tensors.Count > 1 ? $"Parameters.Slice({Literal.Of(step.Tensors[1].Offset)}, {Literal.Of(step.Tensors[1].Length)})" : "default";
        writer.Line();
        writer.Line($"/// <summary>Layer {Literal.Of(step.Number)}, <c>{Literal.Xml(step.Spec.Name)}</c>: weights [{units}, {inputs}]{(step.Tensors.Count > 1 ? $" and biases [{units}]" : "")}, a view of <see cref=\"Parameters\"/>.</summary>");
        writer.Line(Generated.Attribute);
        writer.Line($"public global::NetGen.DenseParameters {Parsing.Identifiers.Escape(step.Spec.Name)} => new(Parameters.Slice({Literal.Of(weights.Offset)}, {Literal.Of(weights.Length)}), {bias}, {units}, {inputs});");
    }
}

using NetGen.Generators.Emit.Layers;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Lowering;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// Writes the class that takes one sample through a small network: the whole network in one method forward and one backward, a lane a unit, every value in
/// registers or on the stack.
/// </summary>
internal static class SampleEmitter
{
    /// <summary>Whether a network has such a class.</summary>
    public static bool Supports(NetworkPlan plan) => SampleScheduler.IsSmall(plan) && plan.Layers.All(static layer => Of(layer)?.Supports(layer) == true);

    /// <summary>The class, if the network has one.</summary>
    public static void Emit(CodeWriter writer, NetworkPlan plan, CancellationToken cancellationToken)
    {
        if (!Supports(plan))
        {
            return;
        }

        var layout = new SampleLayout(plan);
        writer.Line();
        writer.Line("/// <summary>One sample through the whole network, a lane a unit.</summary>");
        using (writer.Open("file static class Sample"))
        {
            Constants(writer, plan, layout);
            writer.Line();
            Predict(writer, plan);
            writer.Line();
            ComputeGradients(writer, plan);
            writer.Line();
            Choice(writer, "Forward", "ref float x, ref float p, ref float s, ref float y", "The forward pass; keeps what the backward pass will read.");
            writer.Line();
            Choice(writer, "Backward", "ref float x, ref float p, ref float s, ref float dp", "The backward pass, from the gradient of the last layer's output.");
            foreach (var width in VectorWidth.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Line();
                writer.Line($"/// <summary>The passes in vectors of at most {Literal.Of(width.Bits)} bits.</summary>");
                using (writer.Open($"private static class Sample{Literal.Of(width.Bits)}"))
                {
                    Forward(writer, plan, width);
                    writer.Line();
                    Backward(writer, plan, width);
                }
            }

            writer.Line();
            writer.Line("/// <summary>The memory that the passes of one sample share.</summary>");
            writer.Line($"[InlineArray({Literal.Of(layout.Length)})]");
            using (writer.Open("private struct Scratch"))
            {
                writer.Line("private float _first;");
            }
        }
    }

    private static ISampleEmitter? Of(LayerPlan layer) => LayerKinds.Of(layer.Spec).Emitter.Sample;

    private static void Constants(CodeWriter writer, NetworkPlan plan, SampleLayout layout)
    {
        writer.Line("/// <summary>Batches of up to so many samples are predicted one by one.</summary>");
        writer.Line($"internal const int PredictedOneByOne = {Literal.Of(SampleScheduler.PredictedOneByOne)};");
        writer.Line();
        writer.Line("// Where each tensor starts among the parameters, and its gradient among the gradients.");
        foreach (var tensor in plan.Tensors)
        {
            var shape = tensor.IsTransposed ? tensor.Shape.Reverse() : tensor.Shape;
            writer.Line($"private const nuint {tensor.Symbol} = {Literal.Of(tensor.Offset)}; // [{string.Join("][", shape.Select(static extent => Literal.Of(extent)))}] {tensor.Name}");
        }

        writer.Line();
        writer.Line("// Where each value lies in the memory of a pass.");
        foreach (var (name, offset, size) in layout.Places)
        {
            writer.Line($"private const nuint {name} = {Literal.Of(offset)}; // [{Literal.Of(size)}]");
        }
    }

    private static void Predict(CodeWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>What the last layer gives for one sample.</summary>");
        using (writer.Open("internal static void Predict(ref float input, ref float p, ref float y)"))
        {
            Memory(writer, plan);
            writer.Line("Forward(ref x, ref p, ref s, ref y);");
        }

        writer.Line();
        writer.Line("/// <summary>What the last layer gives for each of a few samples.</summary>");
        using (writer.Open("internal static void Predict(ReadOnlySpan<float> inputs, ref float p, Span<float> outputs, int samples)"))
        using (writer.Open("for (nuint sample = 0; sample < (nuint)samples; sample++)"))
        {
            writer.Line($"Predict(ref Add(ref MemoryMarshal.GetReference(inputs), sample * {Literal.Of(plan.Input.Size)}), ref p, ref Add(ref MemoryMarshal.GetReference(outputs), sample * {Literal.Of(plan.Output.Size)}));");
        }
    }

    private static void ComputeGradients(CodeWriter writer, NetworkPlan plan)
    {
        var last = SampleLayout.Output(plan.Layers.Count);
        writer.Line("/// <summary>The loss of one sample and its gradient by every parameter.</summary>");
        using (writer.Open($"internal static float ComputeGradients(ref float input, ReadOnlySpan<{LossCode.TargetType(plan.Spec)}> targets, ref float p, ref float dp)"))
        {
            Memory(writer, plan);
            writer.Line($"ref var y = ref Add(ref s, {last});");
            writer.Line("Forward(ref x, ref p, ref s, ref y);");
            writer.Line($"const float scale = {Literal.Float(plan.Spec.Loss.TakesClassIndices ? 1 : 1.0 / plan.Output.Size)};");
            writer.Line($"var loss = {LossCode.Compute(plan, "ref y", "1", "targets", $"ref Add(ref s, {SampleLayout.Gradient})")};");
            writer.Line("Backward(ref x, ref p, ref s, ref dp);");
            writer.Line($"return (float)(loss / {LossCode.Divisor(plan, "1")});");
        }
    }

    // The memory, and x: the caller's values or, where the network needs them rescaled or in whole vectors, a copy.
    private static void Memory(CodeWriter writer, NetworkPlan plan)
    {
        var size = Literal.Of(plan.Input.Size);
        writer.Line("SkipInit(out Scratch scratch);");
        writer.Line("ref var s = ref As<Scratch, float>(ref scratch);");
        if (!plan.CopiesInput)
        {
            writer.Line("ref var x = ref input;");
            return;
        }

        var input = plan.Spec.Input;
        writer.Line($"ref var x = ref Add(ref s, {SampleLayout.Input});");
        writer.Line(input.IsRescaled
            ? $"RowKernels.ScaleRows(ref input, {size}, ref x, {size}, 1, {size}, {Literal.Float(input.Scale)}, {Literal.Float(input.Shift)}); // x = {BatchEmitter.Formula(plan)}"
            : $"RowKernels.CopyRows(ref input, {size}, ref x, {size}, 1, {size});");
    }

    private static void Choice(CodeWriter writer, string name, string parameters, string summary)
    {
        var signature = new KernelSignature(name, parameters, summary);
        writer.Line($"// {summary}");
        using (writer.Open($"private static void {name}({parameters})"))
        {
            foreach (var (condition, bits) in (ReadOnlySpan<(string, int)>)
                [("if (Vector512.IsHardwareAccelerated)", 512), ("else if (Vector256.IsHardwareAccelerated)", 256), ("else", 128)])
            {
                using (writer.Open(condition))
                {
                    writer.Line($"Sample{Literal.Of(bits)}.{name}({signature.Arguments});");
                }
            }
        }
    }

    private static void Forward(CodeWriter writer, NetworkPlan plan, VectorWidth width)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open("internal static void Forward(ref float x, ref float p, ref float s, ref float y)"))
        {
            var pass = new SamplePass(writer, plan, width);
            foreach (var layer in plan.Layers)
            {
                var input = layer.Number == 1 ? "x" : "a" + Literal.Of(layer.Number - 1);
                writer.Line($"// {layer.Spec.Name}: {LayerKinds.Of(layer.Spec).Emitter.Formula(layer, input)}, from {layer.Spec.Input} values to {layer.Spec.Output}.");
                Of(layer)!.Forward(layer, pass);
            }
        }
    }

    private static void Backward(CodeWriter writer, NetworkPlan plan, VectorWidth width)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open("internal static void Backward(ref float x, ref float p, ref float s, ref float dp)"))
        {
            var pass = new SamplePass(writer, plan, width);
            SampleActivation.LoadGradient(pass, pass.Vectors(plan.Output), "da" + Literal.Of(plan.Layers.Count));
            foreach (var layer in plan.Layers.Reverse())
            {
                writer.Line();
                writer.Line($"// {layer.Spec.Name}");
                Of(layer)!.Backward(layer, pass);
            }
        }
    }
}

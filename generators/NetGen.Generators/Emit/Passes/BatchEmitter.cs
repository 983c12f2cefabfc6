using NetGen.Generators.Lowering;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes the methods that cut a batch into blocks and take each through the passes.</summary>
internal static class BatchEmitter
{
    /// <summary>Outputs of a batch.</summary>
    public static void Predict(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        writer.Line("/// <summary>What the last layer gives for each sample.</summary>");
        using (writer.Open("internal static void Predict(ReadOnlySpan<float> inputs, ref float p, Span<float> outputs, int samples)"))
        {
            Blocks(writer, pass, "PredictionLength", isTraining: false, () =>
            {
                writer.Line("ref var y = ref Predict(ref x, ref p, ref w, (nuint)rows);");
                var target = $"ref Add(ref MemoryMarshal.GetReference(outputs), (nuint)first * {Literal.Of(plan.Output.Size)})";
                writer.Line(pass.IsLanes
                    ? $"LaneKernels.Scatter(ref y, (int)Kernels.Lanes, {target}, {Literal.Of(plan.Output.Size)}, rows, {Literal.Of(plan.Output.Size)});"
                    : $"RowKernels.CopyRows(ref y, {Literal.Of(plan.Output.Stride)}, {target}, {Literal.Of(plan.Output.Size)}, rows, {Literal.Of(plan.Output.Size)});");
            });
        }
    }

    /// <summary>The mean loss of a batch.</summary>
    public static void ComputeLoss(CodeWriter writer, PassPlan pass)
    {
        writer.Line("/// <summary>The mean loss.</summary>");
        using (writer.Open($"internal static float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<{LossCode.TargetType(pass.Plan.Spec)}> targets, ref float p, int samples)"))
        {
            writer.Line("var loss = 0.0;");
            Blocks(writer, pass, pass.IsLanes ? "TrainingLength" : "PredictionLength", isTraining: false, () =>
            {
                writer.Line("ref var y = ref Predict(ref x, ref p, ref w, (nuint)rows);");
                var outputs = "ref y";
                if (pass.IsLanes)
                {
                    outputs = PassEmitter.Place(pass, "outputRows");
                    writer.Line($"LaneKernels.Scatter(ref y, (int)Kernels.Lanes, {outputs}, {Literal.Of(pass.Plan.Output.Stride)}, rows, {Literal.Of(pass.Plan.Output.Size)});");
                }

                writer.Line($"loss += {LossCode.Sum(pass.Plan, outputs, "rows", Targets(pass.Plan))};");
            });
            writer.Line($"return (float)(loss / {LossCode.Divisor(pass.Plan, "samples")});");
        }
    }

    /// <summary>The mean loss of a batch and its gradients.</summary>
    public static void ComputeGradients(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        writer.Line("/// <summary>The mean loss, its gradient by every parameter and, where <paramref name=\"dx\"/> is no null reference, by every input.</summary>");
        using (writer.Open($"internal static float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<{LossCode.TargetType(plan.Spec)}> targets, ref float p, ref float {(pass.IsLanes ? "gradients" : "dp")}, ref float dx, int samples)"))
        {
            writer.Line("var wantsInputGradient = !IsNullRef(ref dx);");
            writer.Line($"var scale = (float)(1 / {LossCode.Divisor(plan, "samples")});");
            writer.Line("var loss = 0.0;");
            Blocks(writer, pass, "wantsInputGradient ? TrainingLengthWithInputGradient : TrainingLength", isTraining: true, () =>
            {
                writer.Line("Forward(ref x, ref p, ref w, (nuint)rows);");
                if (pass.IsLanes)
                {
                    LaneLoss(writer, pass);
                    writer.Line("ref var dx0 = ref Backward(ref x, ref p, ref w, ref dp, (nuint)rows, wantsInputGradient);");
                }
                else
                {
                    var last = PassEmitter.Place(pass, "a" + Literal.Of(plan.Layers.Count));
                    writer.Line($"loss += {LossCode.Compute(plan, last, "rows", Targets(plan), PassEmitter.Place(pass, "gradientA"))};");
                    writer.Line("ref var dx0 = ref Backward(ref x, ref p, ref w, ref dp, (nuint)rows, accumulate: first > 0, wantsInputGradient);");
                }

                using (writer.Open("if (wantsInputGradient)"))
                {
                    InputGradient(writer, pass);
                }
            });
            if (pass.IsLanes)
            {
                writer.Line($"LaneKernels.Reduce(ref dp, (int)Kernels.Lanes, {Literal.Of(plan.ParameterCount)}, ref gradients, accumulate: false);");
                writer.Line("workspace.Dispose();");
            }

            writer.Line($"return (float)(loss / {LossCode.Divisor(plan, "samples")});");
        }
    }

    private static void Blocks(CodeWriter writer, PassPlan pass, string length, bool isTraining, Action body)
    {
        var plan = pass.Plan;
        var rows = pass.IsLanes ? "(int)Kernels.Lanes" : isTraining ? "TrainingRows" : "PredictionRows";
        var scaled = length.Contains('?') ? $"({length})" : length;
        var keepsWorkspace = pass.IsLanes && isTraining;
        writer.Line($"{(keepsWorkspace ? "" : "using ")}var workspace = Workspace.Rent({(pass.IsLanes ? $"{scaled} * (int)Kernels.Lanes" : length)});");
        writer.Line("ref var w = ref workspace.Origin;");
        if (keepsWorkspace)
        {
            writer.Line("ref var dp = ref Add(ref w, Passes.dp * Kernels.Lanes);");
            writer.Line($"MemoryMarshal.CreateSpan(ref dp, {Literal.Of(plan.ParameterCount)} * (int)Kernels.Lanes).Clear();");
        }

        using (writer.Open($"for (var first = 0; first < samples; first += {rows})"))
        {
            writer.Line($"var rows = Math.Min({rows}, samples - first);");
            var user = $"ref Add(ref MemoryMarshal.GetReference(inputs), (nuint)first * {Literal.Of(plan.Input.Size)})";
            Input(writer, pass, user, isTraining ? "x" : "predictionX", isTraining);
            body();
        }
    }

    private static void Input(CodeWriter writer, PassPlan pass, string user, string place, bool isTraining)
    {
        var plan = pass.Plan;
        var size = Literal.Of(plan.Input.Size);
        var (scale, shift) = (Literal.Float(plan.Spec.Input.Scale), Literal.Float(plan.Spec.Input.Shift));
        if (!pass.IsLanes && !plan.CopiesInput)
        {
            writer.Line($"ref var x = {user};");
            return;
        }

        writer.Line($"ref var x = ref Add(ref w, Passes.{place}{(pass.IsLanes ? " * Kernels.Lanes" : "")});");
        if (pass.IsLanes)
        {
            writer.Line($"LaneKernels.Gather({user}, {size}, rows, {size}, ref x, (int)Kernels.Lanes);");
            if (plan.Spec.Input.IsRescaled)
            {
                writer.Line($"RowKernels.ScaleRows(ref x, Kernels.Lanes, ref x, Kernels.Lanes, {size}, (int)Kernels.Lanes, {scale}, {shift}); // x = {Formula(plan)}");
            }
        }
        else if (plan.Spec.Input.IsRescaled)
        {
            writer.Line($"RowKernels.ScaleRows({user}, {size}, ref x, {Literal.Of(plan.Input.Stride)}, rows, {size}, {scale}, {shift}); // x = {Formula(plan)}");
        }
        else
        {
            writer.Line($"RowKernels.CopyRows({user}, {size}, ref x, {Literal.Of(plan.Input.Stride)}, rows, {size});");
        }
    }

    /// <summary>What is done to each input, as a formula.</summary>
    public static string Formula(NetworkPlan plan)
    {
        var (scale, shift) = (plan.Spec.Input.Scale, plan.Spec.Input.Shift);
        return $"{(scale == 1 ? "" : Literal.Readable(scale) + " ")}input{(shift == 0 ? "" : shift > 0 ? " + " + Literal.Readable(shift) : " - " + Literal.Readable(-shift))}";
    }

    // Losses are computed on rows: the outputs are turned to rows, their gradients back to lanes. Lanes without a sample get the gradient 0, so that they add
    // nothing to any sum.
    private static void LaneLoss(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        var (size, stride) = (Literal.Of(plan.Output.Size), Literal.Of(plan.Output.Stride));
        var (outputs, gradients) = (PassEmitter.Place(pass, "outputRows"), PassEmitter.Place(pass, "gradientRows"));
        writer.Line($"LaneKernels.Scatter({PassEmitter.Place(pass, "a" + Literal.Of(plan.Layers.Count))}, (int)Kernels.Lanes, {outputs}, {stride}, rows, {size});");
        writer.Line($"loss += {LossCode.Compute(plan, outputs, "rows", Targets(plan), gradients)};");
        writer.Line($"LaneKernels.Gather({gradients}, {stride}, rows, {size}, {PassEmitter.Place(pass, "gradientA")}, (int)Kernels.Lanes);");
    }

    private static void InputGradient(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        var size = Literal.Of(plan.Input.Size);
        var user = $"ref Add(ref dx, (nuint)first * {size})";
        var (rows, stride) = ("ref dx0", Literal.Of(Scheduling.VectorWidth.Pad(plan.Input.Size)));
        if (pass.IsLanes)
        {
            rows = PassEmitter.Place(pass, "inputGradientRows");
            writer.Line($"LaneKernels.Scatter(ref dx0, (int)Kernels.Lanes, {rows}, {stride}, rows, {size});");
        }

        // The chain rule through x = scale * input + shift.
        writer.Line(plan.Spec.Input.Scale != 1
            ? $"RowKernels.ScaleRows({rows}, {stride}, {user}, {size}, rows, {size}, {Literal.Float(plan.Spec.Input.Scale)}, 0); // d input = scale dx"
            : $"RowKernels.CopyRows({rows}, {stride}, {user}, {size}, rows, {size});");
    }

    private static string Targets(NetworkPlan plan) => plan.Spec.Loss.TakesClassIndices
        ? "targets.Slice(first, rows)"
        : $"targets.Slice(first * {Literal.Of(plan.Output.Size)}, rows * {Literal.Of(plan.Output.Size)})";
}

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
                writer.Line($"ref var y = ref Predict(ref x, ref p, ref w, {Count(pass)});");
                var target = $"ref Add(ref MemoryMarshal.GetReference(outputs), (nuint)first * {Literal.Of(plan.Output.Size)})";
                writer.Line(pass.IsLanes
                    ? $"LaneKernels.Scatter(ref y, (int)Kernels.Lanes, {target}, rows, {Literal.Of(plan.Output.Size)});"
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
            if (pass.IsLanes)
            {
                writer.Line("const float scale = 0; // the gradient is not wanted");
            }

            writer.Line("var loss = 0.0;");

            // Of the two places that take turns, the one without the outputs is free.
            var gradient = PassEmitter.Place(pass, pass.Plan.Layers.Count % 2 == 0 ? "valueA" : "valueB");
            Blocks(writer, pass, "PredictionLength", isTraining: false, () =>
            {
                writer.Line($"ref var y = ref Predict(ref x, ref p, ref w, {Count(pass)});");
                writer.Line(pass.IsLanes
                    ? $"loss += {LossCode.ComputeLanes(pass.Plan, "ref y", Targets(pass.Plan), gradient)};"
                    : $"loss += {LossCode.Sum(pass.Plan, "ref y", "rows", Targets(pass.Plan))};");
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
                writer.Line($"Forward(ref x, ref p, ref w, {Count(pass)});");
                var (last, gradient) = (PassEmitter.Place(pass, "a" + Literal.Of(plan.Layers.Count)), PassEmitter.Place(pass, "gradientA"));
                if (pass.IsLanes)
                {
                    writer.Line($"loss += {LossCode.ComputeLanes(plan, last, Targets(plan), gradient)};");
                    writer.Line("ref var dx0 = ref Backward(ref x, ref p, ref w, ref dp, groups, (nuint)rows, accumulate: first > 0, wantsInputGradient);");
                }
                else
                {
                    writer.Line($"loss += {LossCode.Compute(plan, last, "rows", Targets(plan), gradient)};");
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
        var rows = pass.IsLanes ? "Groups * (int)Kernels.Lanes" : isTraining ? "TrainingRows" : "PredictionRows";
        var scaled = length.Contains('?') ? $"({length})" : length;
        var keepsWorkspace = pass.IsLanes && isTraining;
        writer.Line($"{(keepsWorkspace ? "" : "using ")}var workspace = Workspace.Rent({(pass.IsLanes ? $"{scaled} * (int)Kernels.Lanes" : length)});");
        writer.Line("ref var w = ref workspace.Origin;");
        if (keepsWorkspace)
        {
            writer.Line("ref var dp = ref Add(ref w, Passes.dp * Kernels.Lanes);");
        }

        using (writer.Open($"for (var first = 0; first < samples; first += {rows})"))
        {
            writer.Line($"var rows = Math.Min({rows}, samples - first);");
            if (pass.IsLanes)
            {
                writer.Line("var groups = ((nuint)rows + Kernels.Lanes - 1) / Kernels.Lanes;");
            }

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
            writer.Line($"LaneKernels.Gather({user}, rows, {size}, ref x, (int)Kernels.Lanes);");
            if (plan.Spec.Input.IsRescaled)
            {
                writer.Line($"RowKernels.ScaleRows(ref x, Kernels.Lanes, ref x, Kernels.Lanes, (int)groups * {size}, (int)Kernels.Lanes, {scale}, {shift}); // x = {Formula(plan)}");
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

    private static void InputGradient(CodeWriter writer, PassPlan pass)
    {
        var plan = pass.Plan;
        var size = Literal.Of(plan.Input.Size);
        var user = $"ref Add(ref dx, (nuint)first * {size})";
        var (rows, stride) = ("ref dx0", Literal.Of(Machine.VectorWidth.Pad(plan.Input.Size)));
        if (pass.IsLanes)
        {
            writer.Line($"LaneKernels.Scatter(ref dx0, (int)Kernels.Lanes, {user}, rows, {size});");
            if (plan.Spec.Input.Scale == 1)
            {
                return;
            }

            (rows, stride) = (user, size);
        }

        // The chain rule through x = scale * input + shift.
        writer.Line(plan.Spec.Input.Scale != 1
            ? $"RowKernels.ScaleRows({rows}, {stride}, {user}, {size}, rows, {size}, {Literal.Float(plan.Spec.Input.Scale)}, 0); // d input = scale dx"
            : $"RowKernels.CopyRows({rows}, {stride}, {user}, {size}, rows, {size});");
    }

    private static string Count(PassPlan pass) => pass.IsLanes ? "groups" : "(nuint)rows";

    private static string Targets(NetworkPlan plan) => plan.Spec.Loss.TakesClassIndices
        ? "targets.Slice(first, rows)"
        : $"targets.Slice(first * {Literal.Of(plan.Output.Size)}, rows * {Literal.Of(plan.Output.Size)})";
}

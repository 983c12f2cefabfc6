using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Machine;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes the methods that cut a batch into blocks and take each through the passes.</summary>
internal static class BatchEmitter
{
    /// <summary>The methods that a network's members call.</summary>
    public static IEnumerable<MethodSignature> Signatures(NetworkProgram program) => [Prediction(program), Loss(program), Gradients(program)];

    /// <summary>Outputs of a batch.</summary>
    public static void Predict(CodeWriter writer, NetworkProgram program)
    {
        var output = program.Prediction.Output;
        writer.Line("/// <summary>What the last layer gives for each sample.</summary>");
        using (writer.Open("internal static " + Prediction(program).Declaration))
        {
            Blocks(writer, program, program.Prediction, () =>
            {
                writer.Line($"ref float y = ref Predict(ref x, ref p, ref w, {PassEmitter.CountArguments(program, program.Prediction)});");
                var target = $"ref Unsafe.Add(ref MemoryMarshal.GetReference(outputs), (nuint)first * {Literal.Of(output.Size)})";
                writer.Line(program.IsLanes
                    ? $"LaneKernels.Scatter(ref y, (int)TOps.Lanes, {target}, rows, {Literal.Of(output.Size)});"
                    : $"RowKernels.CopyRows(ref y, {Stride(program.Prediction, output)}, {target}, {Literal.Of(output.Columns)}, {Count(output)}, {Literal.Of(output.Columns)});");
            });
        }
    }

    /// <summary>The mean loss of a batch.</summary>
    public static void ComputeLoss(CodeWriter writer, NetworkProgram program)
    {
        var pass = program.Prediction;
        writer.Line("/// <summary>The mean loss of prediction.</summary>");
        using (writer.Open("internal static " + Loss(program).Declaration))
        {
            if (program.IsLanes)
            {
                writer.Line("const float scale = 0; // the gradient is not wanted");
            }

            writer.Line("double loss = 0;");
            Blocks(writer, program, pass, () =>
            {
                writer.Line($"ref float y = ref Predict(ref x, ref p, ref w, {PassEmitter.CountArguments(program, pass)});");
                writer.Line(program.IsLanes
                    ? $"loss += {LossCode.ComputeLanes(program, "ref y", Targets(program), Gradient(program, pass))};"
                    : $"loss += {LossCode.Sum(program, "ref y", Stride(pass, pass.Output), Count(pass.Output), Targets(program))};");
            });
            writer.Line($"return (float)(loss / {LossCode.Divisor(program, "samples")});");
        }
    }

    /// <summary>The mean loss of a batch and its gradients.</summary>
    public static void ComputeGradients(CodeWriter writer, NetworkProgram program)
    {
        var pass = program.Training;
        writer.Line("/// <summary>The mean loss, its gradient with respect to every parameter and, where <paramref name=\"dx\"/> is not a null reference, every input.</summary>");
        using (writer.Open("internal static " + Gradients(program).Declaration))
        {
            writer.Line("bool wantsInputGradient = !Unsafe.IsNullRef(ref dx);");
            writer.Line($"float scale = (float)(1 / {LossCode.Divisor(program, "samples")});");
            writer.Line("double loss = 0;");
            Blocks(writer, program, pass, () =>
            {
                var counts = PassEmitter.CountArguments(program, pass);
                var drawn = (program.StateCount > 0 ? ", ref statistics" : "") + (program.IsRandom ? ", in step, (nuint)first" : "");
                writer.Line($"ref float y = ref Forward(ref x, ref p, ref w, {counts}{drawn});");
                writer.Line($"ref float {pass.OutputGradient} = {Gradient(program, pass)};");
                writer.Line(program.IsLanes
                    ? $"loss += {LossCode.ComputeLanes(program, "ref y", Targets(program), "ref " + pass.OutputGradient)};"
                    : $"loss += {LossCode.Compute(program, "ref y", Stride(pass, pass.Output), Count(pass.Output), Targets(program), "ref " + pass.OutputGradient, Stride(pass, pass.OutputGradient))};");
                writer.Line($"ref float dx0 = ref Backward(ref x, ref p, ref w, ref dp, {counts}, accumulate: {(pass.NeedsWholeBatch ? "false" : "first > 0")}, wantsInputGradient);");
                using (writer.Open("if (wantsInputGradient)"))
                {
                    InputGradient(writer, program);
                }
            });
            if (program.IsLanes)
            {
                writer.Line($"LaneKernels.Reduce(ref dp, (int)TOps.Lanes, {Literal.Of(program.ParameterCount)}, ref gradients, accumulate: false);");
                writer.Line("workspace.Dispose();");
            }

            writer.Line($"return (float)(loss / {LossCode.Divisor(program, "samples")});");
        }
    }

    /// <summary>What is done to each input, as a formula.</summary>
    public static string Formula(NetworkProgram program)
    {
        var (scale, shift) = (program.Spec.Input.Scale, program.Spec.Input.Shift);
        return $"{(scale == 1 ? "" : Literal.Readable(scale) + " ")}input{(shift == 0 ? "" : shift > 0 ? " + " + Literal.Readable(shift) : " - " + Literal.Readable(-shift))}";
    }

    private static MethodSignature Prediction(NetworkProgram program) =>
        new("void", "Predict", ["ReadOnlySpan<float> inputs", "ref float p", .. State(program), "Span<float> outputs", "int samples"]);

    private static MethodSignature Loss(NetworkProgram program) =>
        new("float", "ComputeLoss", ["ReadOnlySpan<float> inputs", Targets(program.Spec), "ref float p", .. State(program), "int samples"]);

    private static MethodSignature Gradients(NetworkProgram program)
    {
        string[] statistics = program.StateCount > 0 ? ["ref float statistics"] : [];
        string[] step = program.IsRandom ? ["in StepContext step"] : [];
        return new(
            "float",
            "ComputeGradients",
            [
                "ReadOnlySpan<float> inputs", Targets(program.Spec), "ref float p", program.IsLanes ? "ref float gradients" : "ref float dp", "ref float dx", "int samples",
                .. statistics, .. step,
            ]);
    }

    private static string[] State(NetworkProgram program) => program.StateCount > 0 ? ["ref float state"] : [];

    private static string Targets(NetworkSpec spec) => $"ReadOnlySpan<{LossCode.TargetType(spec)}> targets";

    // Around the body: the workspace, the loop over blocks of samples, and the block's inputs.
    private static void Blocks(CodeWriter writer, NetworkProgram program, PassProgram pass, Action body)
    {
        var isTraining = ReferenceEquals(pass, program.Training);
        var workspace = new PassWorkspace(pass, program.Schedule);
        if (pass.NeedsWholeBatch)
        {
            // Whole cache lines per value.
            writer.Line(program.IsLanes
                ? "nuint room = ((nuint)samples + TOps.Lanes - 1) / TOps.Lanes * TOps.Lanes;"
                : $"nuint room = ((nuint)samples + {Literal.Of(VectorWidth.MaximumLanes - 1)}) / {Literal.Of(VectorWidth.MaximumLanes)} * {Literal.Of(VectorWidth.MaximumLanes)};");
        }

        Rent(writer, program, pass, workspace, isTraining);
        if (pass.Prologue.Length > 0)
        {
            writer.Line("Prepare(ref p, ref state, ref w);");
        }

        if (pass.NeedsWholeBatch)
        {
            writer.Line("const int first = 0;");
            writer.Line("int rows = samples;");
            Block(writer, program, pass, body);
            return;
        }

        var rows = Literal.Of(program.Schedule.Rows);
        using (writer.Open($"for (int first = 0; first < samples; first += {rows})"))
        {
            writer.Line($"int rows = Math.Min({rows}, samples - first);");
            Block(writer, program, pass, body);
        }
    }

    private static void Rent(CodeWriter writer, NetworkProgram program, PassProgram pass, PassWorkspace workspace, bool isTraining)
    {
        var keepsWorkspace = program.IsLanes && isTraining;
        var unit = Unit(pass);
        var (length, onDemand) = (workspace.Length, workspace.LengthOnDemand);
        var gradients = keepsWorkspace ? $"({Literal.Of(GradientRoom(program))} * {(pass.NeedsWholeBatch ? "" : "(int)")}TOps.Lanes) + " : "";
        var floats = isTraining && length != onDemand
            ? $"{gradients}(wantsInputGradient ? {PlaceText.Sum(onDemand, unit)} : {PlaceText.Sum(length, unit)})"
            : gradients + PlaceText.Sum(length, unit);
        writer.Line($"{(keepsWorkspace ? "" : "using ")}Workspace workspace = Workspace.Rent({(pass.NeedsWholeBatch ? $"checked((int)({floats}))" : floats)});");
        if (keepsWorkspace)
        {
            writer.Line("ref float dp = ref workspace.Origin; // the gradients of the parameters, lane by lane");
            writer.Line($"ref float w = ref Unsafe.Add(ref dp, {Literal.Of(GradientRoom(program))} * TOps.Lanes);");
        }
        else
        {
            writer.Line("ref float w = ref workspace.Origin;");
        }
    }

    private static void Block(CodeWriter writer, NetworkProgram program, PassProgram pass, Action body)
    {
        if (program.IsLanes)
        {
            writer.Line("nuint groups = ((nuint)rows + TOps.Lanes - 1) / TOps.Lanes;");
        }

        Input(writer, program, pass);
        body();
    }

    // x: the caller's own rows or, where the network needs them rescaled, padded or a lane per sample, a copy.
    private static void Input(CodeWriter writer, NetworkProgram program, PassProgram pass)
    {
        var user = $"ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), (nuint)first * {Literal.Of(program.InputSize)})";
        if (pass.Forward.OfType<Rescaling>().FirstOrDefault() is not { } rescaling)
        {
            writer.Line($"ref float x = {user};");
            return;
        }

        var x = rescaling.X;
        var size = Literal.Of(x.Size);
        var (scale, shift) = (Literal.Float(rescaling.Scale), Literal.Float(rescaling.Shift));
        var isRescaled = program.Spec.Input.IsRescaled;
        writer.Line($"ref float x = {PlaceText.Of("w", new PassWorkspace(pass, program.Schedule).Of(x), Unit(pass))};");
        if (program.IsLanes)
        {
            writer.Line($"LaneKernels.Gather({user}, rows, {size}, ref x, (int)TOps.Lanes);");
            if (isRescaled)
            {
                writer.Line($"RowKernels.ScaleRows(ref x, TOps.Lanes, ref x, TOps.Lanes, (int)groups * {size}, (int)TOps.Lanes, {scale}, {shift}); // x = {Formula(program)}");
            }

            return;
        }

        var columns = Literal.Of(x.Columns);
        writer.Line(isRescaled
            ? $"RowKernels.ScaleRows({user}, {columns}, ref x, {Stride(pass, x)}, {Count(x)}, {columns}, {scale}, {shift}); // x = {Formula(program)}"
            : $"RowKernels.CopyRows({user}, {columns}, ref x, {Stride(pass, x)}, {Count(x)}, {columns});");
    }

    private static void InputGradient(CodeWriter writer, NetworkProgram program)
    {
        var (pass, gradient) = (program.Training, program.Training.InputGradient);
        if (gradient is null)
        {
            return;
        }

        var user = $"ref Unsafe.Add(ref dx, (nuint)first * {Literal.Of(gradient.Size)})";
        var (rows, stride, columns) = ("ref dx0", Stride(pass, gradient), Literal.Of(gradient.Columns));
        if (program.IsLanes)
        {
            writer.Line($"LaneKernels.Scatter(ref dx0, (int)TOps.Lanes, {user}, rows, {Literal.Of(gradient.Size)});");
            if (program.Spec.Input.Scale == 1)
            {
                return;
            }

            (rows, stride) = (user, columns);
        }

        // The chain rule through x = scale * input + shift.
        writer.Line(program.Spec.Input.Scale != 1
            ? $"RowKernels.ScaleRows({rows}, {stride}, {user}, {columns}, {Count(gradient)}, {columns}, {Literal.Float(program.Spec.Input.Scale)}, 0); // d input = scale dx"
            : $"RowKernels.CopyRows({rows}, {stride}, {user}, {columns}, {Count(gradient)}, {columns});");
    }

    private static string Gradient(NetworkProgram program, PassProgram pass) =>
        PlaceText.Of("w", new PassWorkspace(pass, program.Schedule).Of(pass.OutputGradient), Unit(pass));

    private static string Unit(PassProgram pass) => pass.NeedsWholeBatch ? "room" : "TOps.Lanes";

    private static int GradientRoom(NetworkProgram program) => VectorWidth.Pad(program.ParameterCount);

    private static string Stride(PassProgram pass, Value value) => Literal.Of(pass.Memory.Stride(value));

    private static string Count(Value value) => value.Positions == 1 ? "rows" : $"rows * {Literal.Of(value.Positions)}";

    private static string Targets(NetworkProgram program) => program.Spec.Loss.TakesClassIndices
        ? "targets.Slice(first, rows)"
        : $"targets.Slice(first * {Literal.Of(program.OutputSize)}, rows * {Literal.Of(program.OutputSize)})";
}

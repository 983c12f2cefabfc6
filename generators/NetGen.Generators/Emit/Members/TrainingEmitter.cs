using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes training: the loss, its gradients, one step, and the way into the trainer.</summary>
internal static class TrainingEmitter
{
    private const string Inputs = "<param name=\"inputs\">[samples][InputSize], row-major.</param>";
    private const string Floats = "global::System.ReadOnlySpan<float>";

    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram plan)
    {
        var spec = plan.Spec;
        var type = LossCode.TargetType(spec);
        var targets = spec.Loss.TakesClassIndices
            ? "<param name=\"targets\">The class of each sample, from 0 to OutputSize - 1.</param>"
            : "<param name=\"targets\">[samples][OutputSize], row-major.</param>";
        var parameters = $"{Floats} inputs, global::System.ReadOnlySpan<{type}> targets";
        var gradients = "<param name=\"gradients\">ParameterCount elements in the layout of <see cref=\"Parameters\"/>; overwritten.</param>";

        writer.Line();
        writer.Line("private global::NetGen.Numerics.AlignedBuffer? _gradients;");
        MemberDocumentation.Write(writer, "The mean loss over a batch. Safe to call from several threads at once; allocates nothing.", Inputs, targets, "<returns>The mean loss.</returns>");
        using (writer.Open($"public float ComputeLoss({parameters})"))
        {
            writer.Line("var samples = CheckBatch(inputs, targets);");
            writer.Line("return global::NetGen.Emitted.Passes.ComputeLoss(inputs, targets, ref _parameters.Origin, samples);");
        }

        MemberDocumentation.Write(writer, "The mean loss over a batch and its gradient by every parameter. Allocates nothing.", Inputs, targets, gradients, "<returns>The mean loss.</returns>");
        using (writer.Open($"public float ComputeGradients({parameters}, global::System.Span<float> gradients)"))
        {
            writer.Line("var samples = CheckBatch(inputs, targets);");
            writer.Line($"global::NetGen.Numerics.Check.Length(gradients.Length, ParameterCount, \"gradients\", {Literal.Text(spec.Type.Name)});");
            OneSample(writer, plan);
            writer.Line("return global::NetGen.Emitted.Passes.ComputeGradients(");
            using (writer.Indent())
            {
                writer.Line("inputs, targets, ref _parameters.Origin, ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(gradients),");
                writer.Line("ref global::System.Runtime.CompilerServices.Unsafe.NullRef<float>(), samples);");
            }
        }

        MemberDocumentation.Write(
            writer,
            "The mean loss over a batch and its gradient by every parameter and every input. Allocates nothing.",
            Inputs,
            targets,
            gradients,
            "<param name=\"inputGradients\">[samples][InputSize], by the values as they were passed in; overwritten.</param>",
            "<returns>The mean loss.</returns>");
        using (writer.Open($"public float ComputeGradients({parameters}, global::System.Span<float> gradients, global::System.Span<float> inputGradients)"))
        {
            writer.Line("var samples = CheckBatch(inputs, targets);");
            writer.Line($"global::NetGen.Numerics.Check.Length(gradients.Length, ParameterCount, \"gradients\", {Literal.Text(spec.Type.Name)});");
            writer.Line($"global::NetGen.Numerics.Check.Length(inputGradients.Length, inputs.Length, \"inputGradients\", {Literal.Text(spec.Type.Name)});");
            writer.Line("return global::NetGen.Emitted.Passes.ComputeGradients(");
            using (writer.Indent())
            {
                writer.Line("inputs, targets, ref _parameters.Origin, ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(gradients),");
                writer.Line("ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(inputGradients), samples);");
            }
        }

        MemberDocumentation.Write(
            writer,
            "One step of training: gradients over the batch, then the optimizer's update.",
            Inputs,
            targets,
            "<param name=\"optimizer\">Holds the learning rate and what it remembers between steps.</param>",
            "<returns>The mean loss before the update.</returns>");
        using (writer.Open($"public float TrainStep({parameters}, global::NetGen.Optimizer optimizer)"))
        {
            writer.Line("_gradients ??= new global::NetGen.Numerics.AlignedBuffer(ParameterCount);");
            writer.Line("var loss = ComputeGradients(inputs, targets, _gradients.Span);");
            writer.Line("optimizer.Step(Parameters, _gradients.Span);");
            writer.Line("return loss;");
        }

        MemberDocumentation.Write(writer, "Trains over a data set, batch by batch and epoch by epoch.", "<param name=\"data\">Samples with their targets.</param>", "<param name=\"options\">Optimizer, epochs, batch size and what else a run needs.</param>", "<returns>Loss and metric of every epoch.</returns>");
        writer.Line($"public global::NetGen.TrainingHistory Fit(global::NetGen.DataSet<{type}> data, global::NetGen.FitOptions options) => global::NetGen.Trainer.Fit<{spec.Type.Identifier}, {type}>(this, data, options);");
        MemberDocumentation.Write(writer, "Loss and metric over a data set.", "<param name=\"data\">Samples with their targets.</param>");
        writer.Line($"public global::NetGen.Evaluation Evaluate(global::NetGen.DataSet<{type}> data) => global::NetGen.Trainer.Evaluate<{spec.Type.Identifier}, {type}>(this, data);");

        writer.Line();
        using (writer.Open($"private static int CheckBatch({parameters})"))
        {
            writer.Line($"var samples = global::NetGen.Numerics.Check.Batch(inputs.Length, InputSize, {Literal.Text(spec.Type.Name)});");
            writer.Line($"global::NetGen.Numerics.Check.Length(targets.Length, (long)samples * TargetSize, \"targets\", {Literal.Text(spec.Type.Name)});");
            if (spec.Loss.TakesClassIndices)
            {
                writer.Line("global::NetGen.Losses.Targets.CheckClasses(targets, OutputSize);");
            }

            writer.Line("return samples;");
        }
    }

    private static void OneSample(CodeWriter writer, NetworkProgram plan)
    {
        if (!SampleEmitter.Supports(plan))
        {
            return;
        }

        using (writer.Open("if (samples == 1)"))
        {
            writer.Line("return global::NetGen.Emitted.Sample.ComputeGradients(");
            using (writer.Indent())
            {
                writer.Line("ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(inputs), targets, ref _parameters.Origin,");
                writer.Line("ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(gradients));");
            }
        }

        writer.Line();
    }
}

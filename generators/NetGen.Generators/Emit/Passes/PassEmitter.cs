using NetGen.Generators.Emit.Lanes;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes the class that computes: prediction, loss and gradients over batches, and the forward and backward pass operation by operation.</summary>
internal static class PassEmitter
{
    /// <summary>The class.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program, CancellationToken cancellationToken)
    {
        GraphComment.Write(writer, program);
        writer.Line("/// <summary>The passes of the network: operation by operation, forward and backward, over blocks of samples.</summary>");
        writer.Line($"// {program.Schedule.Reason}");
        using (program.IsLanes ? Widths.Constrain(writer, "file static class Passes<TVector, TOps>") : writer.Open("file static class Passes"))
        {
            BatchEmitter.Predict(writer, program);
            writer.Line();
            BatchEmitter.ComputeLoss(writer, program);
            writer.Line();
            BatchEmitter.ComputeGradients(writer, program);
            cancellationToken.ThrowIfCancellationRequested();
            Prologue(writer, program);
            writer.Line();
            Prediction(writer, program);
            writer.Line();
            Forward(writer, program);
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            Backward(writer, program);
            foreach (var map in program.Graph.Operations.OfType<Map>().Where(static map => map.Function.Kind == ActivationKind.Custom))
            {
                ActivationCode.CustomMethods(writer, map.Layer, map.Function);
            }

            if (program.IsLanes)
            {
                LaneKernels.Emit(writer, program, cancellationToken);
            }
            else
            {
                LossCode.CustomMethods(writer, program.Spec.Loss, isLanes: false);
            }
        }

        if (program.IsLanes)
        {
            writer.Line();
            Choice(writer, program);
        }
    }

    /// <summary>The parameters of a pass's method, beside what it reads and writes.</summary>
    public static string Counts(NetworkProgram program, PassProgram pass) =>
        (program.IsLanes ? "nuint groups, nuint samples" : "nuint samples") + (pass.NeedsWholeBatch ? ", nuint room" : "");

    /// <summary>The same as arguments, for the samples of a block.</summary>
    public static string CountArguments(NetworkProgram program, PassProgram pass) =>
        (program.IsLanes ? "groups, (nuint)rows" : "(nuint)rows") + (pass.NeedsWholeBatch ? ", room" : "");

    // The class by which the passes are called where they are written once for all widths.
    private static void Choice(CodeWriter writer, NetworkProgram program)
    {
        writer.Line("/// <summary>The passes in the widest vectors that the processor has. The checks are constants to the JIT: one call is left.</summary>");
        using (writer.Open("file static class Passes"))
        {
            foreach (var signature in BatchEmitter.Signatures(program))
            {
                using (writer.Open("internal static " + signature.Declaration))
                {
                    Widths.Choose(writer, signature, "Passes");
                }
            }

            LossCode.CustomMethods(writer, program.Spec.Loss, isLanes: true);
        }
    }

    private static void Prologue(CodeWriter writer, NetworkProgram program)
    {
        if (program.Prediction.Prologue.IsEmpty)
        {
            return;
        }

        writer.Line();
        writer.Line("/// <summary>What prediction derives from parameters and state, once per call.</summary>");
        using (writer.Open("private static void Prepare(ref float p, ref float state, ref float w)"))
        {
            new PassContext(writer, program, program.Prediction).Print(program.Prediction.Prologue);
        }
    }

    private static void Prediction(CodeWriter writer, NetworkProgram program)
    {
        var pass = program.Prediction;
        writer.Line("/// <summary>The forward pass of prediction for one block of samples; returns what the last layer gives.</summary>");
        using (writer.Open($"private static ref float Predict(ref float x, ref float p, ref float w, {Counts(program, pass)})"))
        {
            var context = new PassContext(writer, program, pass, "x");
            context.Print(pass.Forward);
            writer.Line($"return {context.Ref(pass.Output)};");
        }
    }

    private static void Forward(CodeWriter writer, NetworkProgram program)
    {
        var pass = program.Training;
        writer.Line("/// <summary>The forward pass of training for one block of samples; keeps what the backward pass will read. Returns what the last layer gives.</summary>");
        var drawn = (program.StateCount > 0 ? ", ref float statistics" : "") + (program.IsRandom ? ", in StepContext step, nuint first" : "");
        using (writer.Open($"private static ref float Forward(ref float x, ref float p, ref float w, {Counts(program, pass)}{drawn})"))
        {
            var context = new PassContext(writer, program, pass, "x");
            context.Print(pass.Forward);
            writer.Line($"return {context.Ref(pass.Output)};");
        }
    }

    private static void Backward(CodeWriter writer, NetworkProgram program)
    {
        var pass = program.Training;
        writer.Line("/// <summary>");
        writer.Line($"/// The backward pass of the same block, from {pass.OutputGradient}, the gradient with respect to the last layer's output. The first block writes the gradients of the");
        writer.Line("/// parameters, later ones add to them. Returns the gradient with respect to the input, where it is wanted.");
        writer.Line("/// </summary>");
        using (writer.Open($"private static ref float Backward(ref float x, ref float p, ref float w, ref float dp, {Counts(program, pass)}, bool accumulate, bool wantsInputGradient)"))
        {
            var context = new PassContext(writer, program, pass, "x");
            context.Print(pass.Backward);
            writer.Line(pass.InputGradient is null ? "return ref Unsafe.NullRef<float>();" : $"return {context.Ref(pass.InputGradient)};");
        }
    }
}

using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes prediction: of one sample, of a batch, and for logits their probabilities and classes.</summary>
internal static class PredictionEmitter
{
    private const string Inputs = "<param name=\"inputs\">[samples][InputSize], row-major.</param>";

    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var calls = new PassCalls(plan.HasState, plan.IsRandom);
        One(writer, plan, calls);
        Batch(writer, plan, calls);
        if (plan.Spec.Loss.Kind == LossKind.SoftmaxCrossEntropy)
        {
            Classes(writer, plan);
        }
        else if (plan.Spec.Loss.Kind == LossKind.BinaryCrossEntropy)
        {
            Decisions(writer, plan);
        }
    }

    private static void One(CodeWriter writer, MemberPlan plan, PassCalls calls)
    {
        MemberDocumentation.Write(writer, "What the last layer gives for one sample. Safe to call from several threads at once; allocates nothing.");
        using (writer.Open("public Output Predict(in Input input)"))
        {
            // Not cleared first: the pass writes all of it, and for one output clearing takes 2 of 5 nanoseconds.
            writer.Line("global::System.Runtime.CompilerServices.Unsafe.SkipInit(out Output output);");
            writer.Line(plan.PredictsOne
                ? PassCalls.PredictOne("input", "output") + ";"
                : calls.Predict("input", "output", "1") + ";");
            writer.Line("return output;");
        }
    }

    private static void Batch(CodeWriter writer, MemberPlan plan, PassCalls calls)
    {
        MemberDocumentation.Inherit(writer);
        using (writer.Open($"public void Predict({EmittedTypes.ReadOnlySpan} inputs, {EmittedTypes.Span} outputs)"))
        {
            writer.Line($"int samples = {EmittedTypes.Check}.Prediction(inputs, outputs, InputSize, OutputSize, {Literal.Text(plan.Name)});");
            if (plan.PredictsOne)
            {
                using (writer.Open("if (samples == 1)"))
                {
                    writer.Line(PassCalls.PredictOne("inputs", "outputs") + ";");
                    writer.Line("return;");
                }

                writer.Line();
            }

            writer.Line(calls.Predict("inputs", "outputs", "samples") + ";");
        }
    }

    private static void Classes(CodeWriter writer, MemberPlan plan)
    {
        Probabilities(writer, "The probability of each class: the softmax of the logits.", "global::NetGen.Numerics.Logits.Softmax(probabilities, OutputSize);");
        OneClass(writer, "The most probable class of one sample.", "global::NetGen.Numerics.Logits.MostProbable(output)");
        BatchClasses(writer, plan, "The most probable class of each sample of a batch.", "[samples]; overwritten.");
    }

    private static void Decisions(CodeWriter writer, MemberPlan plan)
    {
        Probabilities(writer, "The probability of each yes: the logistic function of the logits.", "global::NetGen.Numerics.Logits.Logistic(probabilities);");
        if (plan.Spec.Output.Size == 1)
        {
            OneClass(writer, "1 where the logit is above 0, the probability above one half; 0 otherwise.", "output[0] > 0 ? 1 : 0");
        }

        BatchClasses(writer, plan, "1 for each output of each sample whose logit is above 0, the probability above one half; 0 otherwise.", "[samples][OutputSize]; overwritten.");
    }

    private static void Probabilities(CodeWriter writer, string summary, string transform)
    {
        MemberDocumentation.Write(writer, summary, Inputs, "<param name=\"probabilities\">[samples][OutputSize], row-major; overwritten.</param>");
        using (writer.Open($"public void PredictProbabilities({EmittedTypes.ReadOnlySpan} inputs, {EmittedTypes.Span} probabilities)"))
        {
            writer.Line("Predict(inputs, probabilities);");
            writer.Line(transform);
        }

        MemberDocumentation.Write(writer, summary);
        using (writer.Open("public Output PredictProbabilities(in Input input)"))
        {
            writer.Line("Output output = Predict(in input);");
            writer.Line($"{EmittedTypes.Span} probabilities = output;");
            writer.Line(transform);
            writer.Line("return output;");
        }
    }

    private static void OneClass(CodeWriter writer, string summary, string value)
    {
        MemberDocumentation.Write(writer, summary);
        using (writer.Open("public int Classify(in Input input)"))
        {
            writer.Line("Output output = Predict(in input);");
            writer.Line($"return {value};");
        }
    }

    private static void BatchClasses(CodeWriter writer, MemberPlan plan, string summary, string shape)
    {
        MemberDocumentation.Write(writer, summary, Inputs, $"<param name=\"classes\">{shape}</param>");
        writer.Line($"public void Classify({EmittedTypes.ReadOnlySpan} inputs, global::System.Span<int> classes) =>");
        using (writer.Indent())
        {
            writer.Line($"global::NetGen.Numerics.Logits.Classify<{plan.Identifier}, {plan.TargetType}>(this, inputs, classes);");
        }
    }
}

using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes prediction: of one sample, of a batch, and for logits their probabilities and classes.</summary>
internal static class PredictionEmitter
{
    private const string Inputs = "<param name=\"inputs\">[samples][InputSize], row-major.</param>";

    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram plan)
    {
        var spec = plan.Spec;
        var hasSample = SampleEmitter.Supports(plan);
        MemberDocumentation.Write(writer, "What the last layer gives for one sample. Safe to call from several threads at once; allocates nothing.", "<param name=\"input\">The sample.</param>");
        using (writer.Open("public Output Predict(in Input input)"))
        {
            writer.Line("global::System.Runtime.CompilerServices.Unsafe.SkipInit(out Output output);");
            writer.Line(hasSample
                ? $"global::NetGen.Emitted.Sample.Predict(ref {Reference("Input", "ref global::System.Runtime.CompilerServices.Unsafe.AsRef(in input)")}, ref _parameters.Origin, ref {Reference("Output", "ref output")});"
                : "global::NetGen.Emitted.Passes.Predict(input.AsReadOnlySpan(), ref _parameters.Origin, output.AsSpan(), 1);");
            writer.Line("return output;");
        }

        MemberDocumentation.Write(
            writer,
            "What the last layer gives for a batch. Safe to call from several threads at once; allocates nothing.",
            Inputs,
            "<param name=\"outputs\">[samples][OutputSize], row-major; overwritten.</param>");
        using (writer.Open("public void Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)"))
        {
            writer.Line($"var samples = global::NetGen.Numerics.Check.Samples(inputs.Length, InputSize, {Literal.Text(spec.Type.Name)});");
            writer.Line($"global::NetGen.Numerics.Check.Length(outputs.Length, (long)samples * OutputSize, \"outputs\", {Literal.Text(spec.Type.Name)});");
            if (hasSample)
            {
                using (writer.Open("if (samples <= global::NetGen.Emitted.Sample.PredictedOneByOne)"))
                {
                    writer.Line("global::NetGen.Emitted.Sample.Predict(inputs, ref _parameters.Origin, outputs, samples);");
                    writer.Line("return;");
                }

                writer.Line();
            }

            writer.Line("global::NetGen.Emitted.Passes.Predict(inputs, ref _parameters.Origin, outputs, samples);");
        }

        if (spec.Loss.Kind == LossKind.SoftmaxCrossEntropy)
        {
            Classes(writer, spec);
        }
        else if (spec.Loss.Kind == LossKind.BinaryCrossEntropy)
        {
            Decisions(writer, spec);
        }
    }

    private static string Reference(string type, string value) => $"global::System.Runtime.CompilerServices.Unsafe.As<{type}, float>({value})";

    private static void Classes(CodeWriter writer, NetworkSpec spec)
    {
        Probabilities(writer, "The probability of each class: the softmax of the logits.", $"global::NetGen.Numerics.Logits.Softmax(probabilities, OutputSize);");
        OneClass(writer, "The most probable class of one sample.", "global::NetGen.Numerics.Logits.MostProbable(output.AsReadOnlySpan())");
        BatchClasses(writer, spec, "The most probable class of each sample of a batch.", "[samples]; overwritten.");
    }

    private static void Decisions(CodeWriter writer, NetworkSpec spec)
    {
        Probabilities(writer, "The probability of each yes: the logistic function of the logits.", "global::NetGen.Numerics.Logits.Logistic(probabilities);");
        if (spec.Output.Size == 1)
        {
            OneClass(writer, "1 where the logit is above 0, the probability above one half; 0 otherwise.", "output.AsReadOnlySpan()[0] > 0 ? 1 : 0");
        }

        BatchClasses(writer, spec, "1 for each output of each sample whose logit is above 0, the probability above one half; 0 otherwise.", "[samples][OutputSize]; overwritten.");
    }

    private static void Probabilities(CodeWriter writer, string summary, string transform)
    {
        MemberDocumentation.Write(writer, summary, Inputs, "<param name=\"probabilities\">[samples][OutputSize], row-major; overwritten.</param>");
        using (writer.Open("public void PredictProbabilities(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> probabilities)"))
        {
            writer.Line("Predict(inputs, probabilities);");
            writer.Line(transform);
        }

        MemberDocumentation.Write(writer, summary, "<param name=\"input\">One sample.</param>");
        using (writer.Open("public Output PredictProbabilities(in Input input)"))
        {
            writer.Line("var output = Predict(in input);");
            writer.Line("var probabilities = output.AsSpan();");
            writer.Line(transform);
            writer.Line("return output;");
        }
    }

    private static void OneClass(CodeWriter writer, string summary, string value)
    {
        MemberDocumentation.Write(writer, summary, "<param name=\"input\">The sample.</param>");
        using (writer.Open("public int Classify(in Input input)"))
        {
            writer.Line("var output = Predict(in input);");
            writer.Line($"return {value};");
        }
    }

    private static void BatchClasses(CodeWriter writer, NetworkSpec spec, string summary, string shape)
    {
        MemberDocumentation.Write(writer, summary, Inputs, $"<param name=\"classes\">{shape}</param>");
        writer.Line("public void Classify(global::System.ReadOnlySpan<float> inputs, global::System.Span<int> classes) =>");
        using (writer.Indent())
        {
            writer.Line($"global::NetGen.Numerics.Logits.Classify<{spec.Type.Identifier}, {(spec.Loss.TakesClassIndices ? "int" : "float")}>(this, inputs, classes);");
        }
    }
}

using NetGen.Generators.Model;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Emit.Members;

/// <summary>
/// Writes the members of a network whose declaration is in error, as far as their shape is known and without real bodies, so that the one true error is not
/// buried under a hundred that say a member is missing.
/// </summary>
internal static class SkeletonEmitter
{
    private const string Body = " => throw new global::System.NotSupportedException(\"The network's declaration is in error: see the compiler's messages.\");";
    private const string Floats = EmittedTypes.ReadOnlySpan;
    private const string Results = EmittedTypes.Span;

    /// <summary>The text of the file.</summary>
    public static string Emit(NetworkDeclaration declaration)
    {
        var writer = new CodeWriter();
        Generated.Header(writer);
        var taken = new HashSet<string>(declaration.TakenNames);
        using (Frame.Open(writer, declaration.Type, ["<summary>A neural network whose declaration is in error.</summary>"], ""))
        {
            Member(writer, taken, declaration.Type.Name, $"public {declaration.Type.Identifier}(ulong seed){Body}");
            Size(writer, taken, "InputSize", declaration.Input?.Shape.Size);
            Size(writer, taken, "OutputSize", declaration.Output?.Size);
            Member(writer, taken, "Parameters", $"public {Results} Parameters{Body}");
            Member(writer, taken, "State", $"public {Results} State{Body}");
            Member(writer, taken, "Seed", "public ulong Seed { get; set; }");
            Member(writer, taken, "Step", "public long Step { get; set; }");
            Member(writer, taken, "Summary", $"public static string Summary{Body}");
            Member(writer, taken, "Initialize", $"public void Initialize(ulong seed){Body}");
            Member(writer, taken, "GetTensor", $"public void GetTensor(string name, {Results} into){Body}");
            Member(writer, taken, "GetTensor", $"public static void GetTensor(string name, {Floats} buffer, {Results} into){Body}");
            Member(writer, taken, "SetTensor", $"public void SetTensor(string name, {Floats} values){Body}");
            Member(writer, taken, "Predict", $"public void Predict({Floats} inputs, {Results} outputs){Body}");
            Member(writer, taken, "Save", $"public void Save(string path){Body}");
            Member(writer, taken, "Load", $"public void Load(string path){Body}");
            ViewsEmitter.EmitWithoutValues(writer, LayerTree.Steps(declaration.Layers).Select(ParameterView.Of).OfType<ParameterView>(), Body, name => !taken.Contains(name));
            Training(writer, taken, declaration);
            SampleTypesEmitter.Emit(
                writer,
                taken.Contains("Input") ? null : declaration.Input?.Shape,
                taken.Contains("Output") ? null : declaration.Output);
            if (declaration.Input is not null && declaration.Output is not null && !taken.Contains("Input") && !taken.Contains("Output"))
            {
                Member(writer, taken, "Predict", $"public Output Predict(in Input input){Body}");
                if (declaration.Loss is { Kind: LossKind.SoftmaxCrossEntropy or LossKind.BinaryCrossEntropy })
                {
                    Member(writer, taken, "Classify", $"public int Classify(in Input input){Body}");
                    Member(writer, taken, "PredictProbabilities", $"public Output PredictProbabilities(in Input input){Body}");
                }
            }
        }

        return writer.ToString();
    }

    private static void Training(CodeWriter writer, HashSet<string> taken, NetworkDeclaration declaration)
    {
        if (declaration.Loss is null)
        {
            return;
        }

        var type = declaration.Loss.TakesClassIndices ? "int" : "float";
        var batch = EmittedTypes.Batch(type);
        Member(writer, taken, "ComputeLoss", $"public float ComputeLoss({batch}){Body}");
        Member(writer, taken, "ComputeGradients", $"public float ComputeGradients({batch}, {Results} gradients){Body}");
        Member(writer, taken, "ComputeGradients", $"public float ComputeGradients({batch}, {Results} gradients, {Results} inputGradients){Body}");
        Member(writer, taken, "ComputeGradients", $"public float ComputeGradients({batch}, {Results} gradients, in {EmittedTypes.StepContext} step, {Results} statistics = default){Body}");
        Member(writer, taken, "Update", $"public void Update({Floats} gradients, global::NetGen.Optimizer optimizer){Body}");
        Member(writer, taken, "TrainStep", $"public float TrainStep({batch}, global::NetGen.Optimizer optimizer){Body}");
        Member(writer, taken, "Fit", $"public global::NetGen.TrainingHistory Fit(global::NetGen.DataSet<{type}> data, global::NetGen.FitOptions options){Body}");
        Member(writer, taken, "Evaluate", $"public global::NetGen.Evaluation Evaluate(global::NetGen.DataSet<{type}> data){Body}");
        if (declaration.Loss.Kind is LossKind.SoftmaxCrossEntropy or LossKind.BinaryCrossEntropy)
        {
            Member(writer, taken, "Classify", $"public void Classify({Floats} inputs, global::System.Span<int> classes){Body}");
            Member(writer, taken, "PredictProbabilities", $"public void PredictProbabilities({Floats} inputs, {Results} probabilities){Body}");
        }
    }

    private static void Size(CodeWriter writer, HashSet<string> taken, string name, long? value)
    {
        if (value is >= 1 and <= int.MaxValue)
        {
            Member(writer, taken, name, $"public const int {name} = {Literal.Of(value.Value)};");
        }
    }

    private static void Member(CodeWriter writer, HashSet<string> taken, string name, string declaration)
    {
        if (taken.Contains(name))
        {
            return;
        }

        MemberDocumentation.Write(writer, "Known in shape only: the network's declaration is in error.");
        writer.Line(declaration);
    }
}

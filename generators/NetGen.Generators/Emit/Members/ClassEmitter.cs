using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Model;
using NetGen.Generators.Signal;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the user's class: what it is as documentation, and its members group by group.</summary>
internal static class ClassEmitter
{
    /// <summary>The class inside its namespace and containing types.</summary>
    public static void Emit(CodeWriter writer, PassPlan pass)
    {
        var spec = pass.Plan.Spec;
        var signal = SignalAnalysis.Analyze(spec);
        var table = SummaryTable.Lines(pass.Plan, signal).ToList();
        using (Frame.Open(writer, spec.Type, [.. Documentation(pass, table)], $" : {InterfaceOf(spec)}"))
        {
            ConstantsEmitter.Emit(writer, pass.Plan, signal, table);
            SampleTypesEmitter.Emit(writer, spec.Input.Shape, spec.Output);
            ParametersEmitter.Emit(writer, pass.Plan);
            PredictionEmitter.Emit(writer, pass.Plan);
            TrainingEmitter.Emit(writer, pass.Plan);
            StorageEmitter.Emit(writer, spec);
            InterfaceEmitter.Emit(writer, pass.Plan);
        }
    }

    /// <summary>The interface that the network implements.</summary>
    public static string InterfaceOf(NetworkSpec spec) => $"global::NetGen.INetwork<{spec.Type.Identifier}, {LossCode.TargetType(spec)}>";

    private static IEnumerable<string> Documentation(PassPlan pass, List<string> table)
    {
        var spec = pass.Plan.Spec;
        yield return $"<summary>A neural network, {spec.Input.Shape} values in and {spec.Output} out, trained on {Literal.Xml(spec.Loss.Name)}.</summary>";
        yield return "<remarks>";
        yield return "<code>";
        foreach (var line in table)
        {
            yield return Literal.Xml(line);
        }

        yield return "</code>";
        yield return Literal.Xml(pass.Schedule.Reason);
        yield return "</remarks>";
    }
}

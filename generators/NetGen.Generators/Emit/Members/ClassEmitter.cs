using NetGen.Generators.Signal;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the user's class: what it is as documentation, and its members group by group.</summary>
internal static class ClassEmitter
{
    /// <summary>The class inside its namespace and containing types.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var spec = plan.Spec;
        var signal = SignalAnalysis.Analyze(spec);
        var table = SummaryTable.Lines(plan, signal).ToList();
        using (Frame.Open(writer, spec.Type, [.. Documentation(plan, table)], $" : {InterfaceOf(plan)}"))
        {
            ConstantsEmitter.Emit(writer, plan, signal, table);
            SampleTypesEmitter.Emit(writer, spec.Input.Shape, spec.Output);
            ParametersEmitter.Emit(writer, plan);
            StateEmitter.Emit(writer, plan);
            PredictionEmitter.Emit(writer, plan);
            TrainingEmitter.Emit(writer, plan);
            StorageEmitter.Emit(writer, plan);
            InterfaceEmitter.Emit(writer, plan);
        }
    }

    /// <summary>The interface that the network implements.</summary>
    public static string InterfaceOf(MemberPlan plan) => $"global::NetGen.INetwork<{plan.Identifier}, {plan.TargetType}>";

    private static IEnumerable<string> Documentation(MemberPlan plan, List<string> table)
    {
        var spec = plan.Spec;
        yield return $"<summary>A neural network, {spec.Input.Shape} values in and {spec.Output} out, trained on {Literal.Xml(spec.Loss.Name)}.</summary>";
        yield return "<remarks>";
        yield return "<code>";
        foreach (var line in table)
        {
            yield return Literal.Xml(line);
        }

        yield return "</code>";
        yield return Literal.Xml(plan.Reason);
        yield return "</remarks>";
    }
}

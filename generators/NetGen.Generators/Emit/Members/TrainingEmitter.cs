namespace NetGen.Generators.Emit.Members;

/// <summary>Writes training: the loss, one step, and the way into the trainer.</summary>
internal static class TrainingEmitter
{
    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var (type, batch) = (plan.TargetType, EmittedTypes.Batch(plan.TargetType));
        MemberDocumentation.Inherit(writer);
        using (writer.Open($"public float ComputeLoss({batch})"))
        {
            writer.Line($"int samples = {EmittedTypes.Check}.Batch(inputs, targets, InputSize, OutputSize, {Literal.Text(plan.Name)});");
            writer.Line($"return {new PassCalls(plan.HasState, plan.IsRandom).ComputeLoss};");
        }

        GradientsEmitter.Emit(writer, plan);
        MemberDocumentation.Inherit(writer);
        using (writer.Open($"public float TrainStep({batch}, global::NetGen.Optimizer optimizer)"))
        {
            writer.Line("float loss = ComputeGradients(inputs, targets, _parameters.Gradients);");
            writer.Line("Update(_parameters.Gradients, optimizer);");
            writer.Line("return loss;");
        }

        MemberDocumentation.Inherit(writer);
        writer.Line(
            $"public global::NetGen.TrainingHistory Fit(global::NetGen.DataSet<{type}> data, global::NetGen.FitOptions options) => global::NetGen.Trainer.Fit<{plan.Identifier}, {type}>(this, data, options);");
        MemberDocumentation.Inherit(writer);
        writer.Line($"public global::NetGen.Evaluation Evaluate(global::NetGen.DataSet<{type}> data) => global::NetGen.Trainer.Evaluate<{plan.Identifier}, {type}>(this, data);");
    }
}

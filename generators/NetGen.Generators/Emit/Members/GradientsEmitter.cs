namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the gradients of a batch, in the three forms in which they can be asked for; all end in one private method.</summary>
internal static class GradientsEmitter
{
    private const string Nowhere = "default";
    private const string Now = "new global::NetGen.StepContext(Seed, Step)";

    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var name = Literal.Text(plan.Name);
        Form(writer, plan, "", Nowhere, Now, Nowhere);
        Form(writer, plan, $", {EmittedTypes.Span} inputGradients", $"{EmittedTypes.Check}.InputGradients(inputGradients, inputs, {name})", Now, Nowhere);
        Form(writer, plan, $", in {EmittedTypes.StepContext} step, {EmittedTypes.Span} statistics = default", Nowhere, "in step", "statistics");
        writer.Line();
        using (writer.Open(
            $"private float Compute({EmittedTypes.Batch(plan.TargetType)}, {EmittedTypes.Span} gradients, {EmittedTypes.Span} inputGradients"
            + $"{(plan.UsesStep ? $", in {EmittedTypes.StepContext} step, {EmittedTypes.Span} statistics" : "")})"))
        {
            writer.Line($"int samples = {EmittedTypes.Check}.Batch(inputs, targets, gradients, InputSize, OutputSize, ParameterCount, {name});");
            if (plan.HasState)
            {
                WithState(writer, plan);
            }
            else
            {
                WithoutState(writer, plan);
            }
        }
    }

    private static void Form(CodeWriter writer, MemberPlan plan, string parameters, string inputGradients, string step, string statistics)
    {
        MemberDocumentation.Inherit(writer);
        writer.Line($"public float ComputeGradients({EmittedTypes.Batch(plan.TargetType)}, {EmittedTypes.Span} gradients{parameters}) =>");
        using (writer.Indent())
        {
            writer.Line($"Compute(inputs, targets, gradients, {inputGradients}{(plan.UsesStep ? $", {step}, {statistics}" : "")});");
        }
    }

    private static void WithState(CodeWriter writer, MemberPlan plan)
    {
        if (plan.MinimumBatchSize > 1)
        {
            writer.Line($"{EmittedTypes.Check}.MinimumBatch(samples, {Literal.Of(plan.MinimumBatchSize)}, {Literal.Text(plan.Name)});");
        }

        writer.Line($"{EmittedTypes.Span} batch = _state.BeginBatch(statistics);");
        writer.Line($"float loss = {Pass(plan, Reference("batch"))};");
        writer.Line("_state.EndBatch(statistics);");
        writer.Line("return loss;");
    }

    private static void WithoutState(CodeWriter writer, MemberPlan plan)
    {
        if (plan.TrainsOne)
        {
            using (writer.Open("if (samples == 1 && inputGradients.IsEmpty)"))
            {
                writer.Line($"return {PassCalls.ComputeOneGradient};");
            }

            writer.Line();
        }

        writer.Line($"return {Pass(plan, "")};");
    }

    private static string Pass(MemberPlan plan, string statistics) =>
        new PassCalls(plan.HasState, plan.IsRandom).ComputeGradients(Reference("gradients"), Reference("inputGradients"), statistics);

    // A null reference for an empty span: its values are not wanted.
    private static string Reference(string span) => $"ref {span}.GetPinnableReference()";
}

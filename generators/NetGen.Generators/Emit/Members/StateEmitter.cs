namespace NetGen.Generators.Emit.Members;

/// <summary>Writes what a network keeps between steps beside its parameters: seed, step and state, and how a step ends.</summary>
internal static class StateEmitter
{
    private const string UpdateRunning = "global::NetGen.LayerKernels.BatchNormalization.UpdateRunning";

    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        if (plan.HasState)
        {
            writer.Line();
            writer.Line($"private readonly global::NetGen.Numerics.NetworkState _state = new(StateCount, {Literal.Text(plan.Name)});");
        }

        Property(writer, $"public {EmittedTypes.Span} State => {(plan.HasState ? "_state.Span" : "default")};");
        Property(writer, "public ulong Seed { get; set; }");
        Property(writer, "public long Step { get; set; }");
        MemberDocumentation.Inherit(writer);
        using (writer.Open($"public void Update({EmittedTypes.ReadOnlySpan} gradients, global::NetGen.Optimizer optimizer)"))
        {
            writer.Line("optimizer.Step(Parameters, gradients);");
            if (plan.HasState)
            {
                using (writer.Open($"if (_state.TakeBatch(out {EmittedTypes.ReadOnlySpan} statistics))"))
                {
                    writer.Line("UpdateState(statistics);");
                }

                writer.Line();
            }

            writer.Line("Step++;");
        }

        if (plan.HasState)
        {
            UpdateState(writer, plan);
        }
    }

    private static void Property(CodeWriter writer, string declaration)
    {
        MemberDocumentation.Inherit(writer);
        writer.Line(declaration);
    }

    private static void UpdateState(CodeWriter writer, MemberPlan plan)
    {
        MemberDocumentation.Inherit(writer);
        using (writer.Open($"public void UpdateState({EmittedTypes.ReadOnlySpan} statistics)"))
        {
            writer.Line($"{EmittedTypes.Check}.Length(statistics.Length, StateCount, \"statistics\", {Literal.Text(plan.Name)});");
            foreach (var (offset, length, momentum) in Stretches(plan))
            {
                var isWhole = length == plan.StateCount;
                var part = isWhole ? "" : $".Slice({Literal.Of(offset)}, {Literal.Of(length)})";
                writer.Line($"{UpdateRunning}(State{part}, statistics{part}, {Literal.Float(momentum)});");
            }
        }
    }

    // Stretches that follow each other with the same momentum are one.
    private static IEnumerable<(int Offset, int Length, double Momentum)> Stretches(MemberPlan plan)
    {
        var joined = new List<(int Offset, int Length, double Momentum)>();
        foreach (var update in plan.Updates)
        {
            if (joined.Count > 0 && joined[joined.Count - 1] is var last && last.Momentum == update.Momentum && last.Offset + last.Length == update.Offset)
            {
                joined[joined.Count - 1] = (last.Offset, last.Length + update.Length, last.Momentum);
            }
            else
            {
                joined.Add((update.Offset, update.Length, update.Momentum));
            }
        }

        return joined;
    }
}

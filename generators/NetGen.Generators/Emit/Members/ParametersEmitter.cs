namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the parameters: their buffer, the constructor, the views by layer, and access by a tensor's name.</summary>
internal static class ParametersEmitter
{
    private const string Access = "global::NetGen.Numerics.TensorAccess";

    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        writer.Line();
        writer.Line("private readonly global::NetGen.Numerics.AlignedBuffer _parameters = new(ParameterCount);");
        MemberDocumentation.Write(writer, "A network with the parameters that a seed gives: same seed, same bits, on every machine.");
        writer.Line($"public {plan.Identifier}(ulong seed) => Initialize(seed);");
        MemberDocumentation.Inherit(writer);
        writer.Line($"public {EmittedTypes.Span} Parameters => _parameters.Span;");
        ViewsEmitter.Emit(writer, plan.Layers.Select(ParameterView.Of).OfType<ParameterView>());
        MemberDocumentation.Inherit(writer);
        using (writer.Open("public void Initialize(ulong seed)"))
        {
            writer.Line(new PassCalls(plan.HasState, plan.IsRandom).Initialize + ";");
            writer.Line("Seed = seed;");
            writer.Line("Step = 0;");
        }

        MemberDocumentation.Inherit(writer);
        writer.Line($"public void GetTensor(string name, {EmittedTypes.Span} into) => {Access}.Get(Tensors, name, Parameters, State, into);");
        MemberDocumentation.Inherit(writer);
        writer.Line($"public static void GetTensor(string name, {EmittedTypes.ReadOnlySpan} buffer, {EmittedTypes.Span} into) => {Access}.Get(Tensors, name, buffer, into);");
        MemberDocumentation.Inherit(writer);
        writer.Line($"public void SetTensor(string name, {EmittedTypes.ReadOnlySpan} values) => {Access}.Set(Tensors, name, Parameters, State, values);");
    }
}

using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes those members of INetwork that users see under another form, or not at all.</summary>
internal static class InterfaceEmitter
{
    /// <summary>The explicit implementations.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var spec = plan.Spec;
        var network = ClassEmitter.InterfaceOf(plan);
        var task = spec.Loss.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => "Classification",
            LossKind.BinaryCrossEntropy => "BinaryClassification",
            _ => "Regression",
        };
        var extents = string.Join(", ", spec.Input.Shape.Extents.Select(static extent => Literal.Of(extent)));
        writer.Line();
        Property("string", "Name", Literal.Text(plan.Name));
        Property("int", "InputSize", "InputSize");
        Property("int", "OutputSize", "OutputSize");
        Property("int", "ParameterCount", "ParameterCount");
        if (plan.MinimumBatchSize > 1)
        {
            Property("int", "MinimumBatchSize", Literal.Of(plan.MinimumBatchSize));
        }

        Property("long", "MultiplyAdds", Literal.Of(plan.MultiplyAdds));
        Property("global::NetGen.InputInfo", "Input", $"new([{extents}], {Literal.Float(spec.Input.Scale)}, {Literal.Float(spec.Input.Shift)})");
        Property("global::NetGen.LossInfo", "Loss", $"new({Literal.Text(spec.Loss.Name)}, global::NetGen.NetworkTask.{task})");
        writer.Line($"static {plan.Identifier} {network}.Create(ulong seed) => new(seed);");
        if (FunctionsEmitter.IsNeeded(plan))
        {
            writer.Line($"static void {network}.Activate(int layer, {EmittedTypes.ReadOnlySpan} z, {EmittedTypes.Span} a) => {PassCalls.Activate};");
        }

        void Property(string type, string name, string value) => writer.Line($"static {type} {network}.{name} => {value};");
    }
}

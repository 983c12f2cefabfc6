namespace NetGen.Generators.Emit.Members;

/// <summary>Writes saving and loading of weights.</summary>
internal static class StorageEmitter
{
    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, MemberPlan plan)
    {
        var generics = $"<{plan.Identifier}, {plan.TargetType}>";
        MemberDocumentation.Inherit(writer);
        writer.Line($"public void Save(string path) => global::NetGen.WeightsFile.Save{generics}(this, path);");
        MemberDocumentation.Inherit(writer);
        writer.Line($"public void Load(string path) => global::NetGen.WeightsFile.Load{generics}(this, path);");
    }
}

using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes saving and loading of weights.</summary>
internal static class StorageEmitter
{
    /// <summary>The members.</summary>
    public static void Emit(CodeWriter writer, NetworkSpec spec)
    {
        var generics = $"<{spec.Type.Identifier}, {LossCode.TargetType(spec)}>";
        MemberDocumentation.Write(writer, "Saves the parameters in the safetensors format. The old file stays whole until the new one is complete.", "<param name=\"path\">The file.</param>");
        writer.Line($"public void Save(string path) => global::NetGen.WeightsFile.Save{generics}(this, path);");
        MemberDocumentation.Write(writer, "Loads the parameters from a safetensors file of this architecture. They stay as they are unless all of them load.", "<param name=\"path\">The file.</param>");
        writer.Line($"public void Load(string path) => global::NetGen.WeightsFile.Load{generics}(this, path);");
    }
}

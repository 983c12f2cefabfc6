namespace NetGen.Generators.Emit.Members;

/// <summary>Writes what stands above a member: its documentation and the mark of generated code.</summary>
internal static class MemberDocumentation
{
    /// <summary>A summary and further elements.</summary>
    public static void Write(CodeWriter writer, string summary, params string[] more)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (var element in more)
        {
            writer.Line("/// " + element);
        }

        writer.Line(Generated.Attribute);
    }
}

namespace NetGen.Generators.Emit.Members;

/// <summary>Writes the documentation of a member.</summary>
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
    }

    /// <summary>The documentation of the member of INetwork that this one implements.</summary>
    public static void Inherit(CodeWriter writer)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
    }
}

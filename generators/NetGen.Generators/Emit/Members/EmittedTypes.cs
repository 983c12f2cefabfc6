namespace NetGen.Generators.Emit.Members;

/// <summary>Types as the user's class names them: in full, since a member or a type of the user's may have any shorter name.</summary>
internal static class EmittedTypes
{
    /// <summary>Floats to be written.</summary>
    public const string Span = "global::System.Span<float>";

    /// <summary>Floats to be read.</summary>
    public const string ReadOnlySpan = "global::System.ReadOnlySpan<float>";

    /// <summary>What random layers draw by.</summary>
    public const string StepContext = "global::NetGen.StepContext";

    /// <summary>The library's checks.</summary>
    public const string Check = "global::NetGen.Numerics.Check";

    /// <summary>The parameters <c>inputs</c> and <c>targets</c> of a batch.</summary>
    public static string Batch(string targetType) => $"{ReadOnlySpan} inputs, global::System.ReadOnlySpan<{targetType}> targets";
}

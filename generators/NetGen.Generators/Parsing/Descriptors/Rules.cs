namespace NetGen.Generators.Parsing.Descriptors;

/// <summary>What all rules share.</summary>
internal static class Rules
{
    /// <summary>The category of rules about declarations that are wrong.</summary>
    public const string Declaration = "NetGen.Declaration";

    /// <summary>Where each rule has a page: its identifier with <c>.md</c>.</summary>
    public const string HelpFolder = "https://github.com/netgen-net/netgen/blob/main/docs/rules/";
}

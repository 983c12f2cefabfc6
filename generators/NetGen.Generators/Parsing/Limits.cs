using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generators.Parsing;

/// <summary>What a network may not exceed.</summary>
internal static class Limits
{
    /// <summary>
    /// Values a sample at any place of the network. Input and Output are inline arrays, and the runtime refuses a type of more than 1 MiB: 262,144 floats.
    /// </summary>
    public const int ValuesPerSample = 262_144;

    /// <summary>Parameters of a network: they stand in one array, whose length with its alignment padding must stay below 2^31.</summary>
    public const long Parameters = 2_147_483_000;

    /// <summary>Layers of a network, repetitions of blocks counted, and so repetitions of one block: far beyond what trains, and soon read.</summary>
    public const int Layers = 4_096;

    /// <summary>Residual blocks and repeated blocks inside one another: what reads the tree of layers follows it down.</summary>
    public const int Nesting = 64;

    /// <summary>The oldest C# that compiles the emitted code.</summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp13;
}

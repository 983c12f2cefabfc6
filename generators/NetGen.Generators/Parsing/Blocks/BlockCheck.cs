using System.Collections.Immutable;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>What is wrong with a class of layers by itself, whatever the network that uses it.</summary>
/// <param name="HasErrors">Whether anything is, be it in a block that it uses.</param>
/// <param name="Errors">What is to be said of the class itself.</param>
internal sealed record BlockCheck(bool HasErrors, ImmutableArray<ParseError> Errors)
{
    /// <summary>Nothing is wrong.</summary>
    public static BlockCheck Right { get; } = new(false, []);
}

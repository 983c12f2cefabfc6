namespace NetGen.Generators.Model;

/// <summary>Where the network's class stands, in the words needed to open it again in another file.</summary>
/// <param name="Namespace">The namespace with escaped keywords, empty for the global one.</param>
/// <param name="Containers">The declarations of the containing types, outermost first: <c>partial class Outer</c>.</param>
/// <param name="Name">The class's name as its symbol has it, without <c>@</c>.</param>
/// <param name="Identifier">The name as it is written in code, keywords escaped.</param>
/// <param name="HintName">The stem of the emitted files' names, unique in the compilation even where case does not count.</param>
/// <param name="IsPublic">Whether the class is visible outside its assembly.</param>
internal sealed record TypeSpec(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Identifier,
    string HintName,
    bool IsPublic);

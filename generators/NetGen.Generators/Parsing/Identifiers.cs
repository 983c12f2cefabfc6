using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generators.Parsing;

/// <summary>Names as C# writes them.</summary>
internal static class Identifiers
{
    /// <summary>
    /// A name as it is written in code: keywords with <c>@</c>. Contextual keywords too, since which of them count where grows with the language.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>
    /// The name of a type as it is written in code: with <c>@</c> where <see cref="Escape"/> has it, and where the compiler warns of names of small ASCII
    /// letters alone (CS8981), which the language may want one day.
    /// </summary>
    public static string EscapeType(string name) => name.All(static character => character is >= 'a' and <= 'z') ? "@" + name : Escape(name);

    /// <summary>
    /// Whether a name can be written in code and means itself there. Keywords can (with <c>@</c>). Format characters cannot, though C# admits them: it drops
    /// them, so that two names that differ by an invisible character alone would be one member.
    /// </summary>
    public static bool IsValid(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            return false;
        }

        foreach (var character in name)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                return false;
            }
        }

        return true;
    }
}

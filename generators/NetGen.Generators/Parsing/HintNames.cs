using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Names of emitted files. A name is read off one class alone, yet two classes never share one, not even on a file system that ignores case: the encoding
/// can be read back whatever the case of its letters.
/// </summary>
/// <remarks>
/// The full name with <c>.</c> after namespaces and <c>+</c> after containing classes. A capital at the start of a part and small letters elsewhere stand
/// for themselves; letters of the other case follow a <c>-</c>; a character that is no ASCII letter, digit or underscore is <c>--</c> and four hexadecimal
/// digits for each UTF-16 unit. <c>NetGen.Samples.Digits.DigitNet</c> is <c>Net-Gen.Samples.Digits.Digit-Net</c>.
/// </remarks>
internal static class HintNames
{
    /// <summary>File systems take names of 255 bytes; room is left for what the emitter adds.</summary>
    private const int LongestStem = 160;

    private const int KeptOfLongStem = 120;

    /// <summary>The stem for a type.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var full = new StringBuilder();
        Append(full, type);
        var stem = full.ToString();

        // Three hyphens come out of no name, so that a shortened stem is never another's full one.
        return stem.Length <= LongestStem
            ? stem
            : stem.Substring(0, KeptOfLongStem) + "---" + Hash(stem).ToString("x16", CultureInfo.InvariantCulture);
    }

    private static void Append(StringBuilder stem, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container)
        {
            Append(stem, container);
            stem.Append('+');
        }
        else
        {
            Append(stem, type.ContainingNamespace);
        }

        AppendPart(stem, type.Name);
        if (type.Arity > 0)
        {
            stem.Append('`').Append(type.Arity.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Append(StringBuilder stem, INamespaceSymbol? ns)
    {
        if (ns is null || ns.IsGlobalNamespace)
        {
            return;
        }

        Append(stem, ns.ContainingNamespace);
        AppendPart(stem, ns.Name);
        stem.Append('.');
    }

    private static void AppendPart(StringBuilder stem, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var character = part[i];
            if (character is >= 'a' and <= 'z')
            {
                stem.Append(i == 0 ? "-" : "").Append(character);
            }
            else if (character is >= 'A' and <= 'Z')
            {
                stem.Append(i == 0 ? "" : "-").Append(character);
            }
            else if (character is (>= '0' and <= '9') or '_')
            {
                stem.Append(character);
            }
            else
            {
                stem.Append("--").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>FNV-1a of 64 bits: the same on every machine, which string.GetHashCode is not.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash;
    }
}

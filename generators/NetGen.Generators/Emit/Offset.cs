namespace NetGen.Generators.Emit;

/// <summary>Offsets as they are written: without zeros that are added, ones that are multiplied by, and parentheses that change nothing.</summary>
internal static class Offset
{
    /// <summary>A sum of numbers and expressions, the numbers as one; <c>0</c> where nothing is left of it.</summary>
    public static string Sum(params string[] parts)
    {
        var kept = parts.Where(static part => part.Length > 0 && !long.TryParse(part, out _)).ToList();
        var number = parts.Sum(static part => long.TryParse(part, out var value) ? value : 0);
        if (number != 0 || kept.Count == 0)
        {
            kept.Add(Literal.Of(number));
        }

        return string.Join(" + ", kept);
    }

    /// <summary>A number, or the name of a variable, times a factor.</summary>
    public static string Times(string index, long factor) => long.TryParse(index, out var number)
        ? Literal.Of(number * factor)
        : factor == 1 ? index : $"({index} * {Literal.Of(factor)})";

    /// <summary>A sum of numbers of vectors, in floats.</summary>
    public static string Vectors(params string[] parts) => Sum(parts) switch
    {
        "0" => "0",
        "1" => "TOps.Lanes",
        var sum => $"{(sum.Contains(" + ") ? $"({sum})" : sum)} * TOps.Lanes",
    };

    /// <summary>The same of a number.</summary>
    public static string Vectors(long count) => Vectors(Literal.Of(count));

    /// <summary>What a reference is followed by in an argument list: the offset, unless it is 0.</summary>
    public static string Argument(string offset) => offset == "0" ? "" : ", " + offset;

    /// <summary>A reference moved by an offset, with its <c>ref</c>.</summary>
    public static string Moved(string reference, string offset) => offset == "0" ? $"ref {reference}" : $"ref Unsafe.Add(ref {reference}, {offset})";
}

namespace NetGen.Generators.Emit;

/// <summary>An emitted method that others of the same parameters call.</summary>
/// <param name="Result">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, such as <c>ref float p</c>.</param>
internal sealed record MethodSignature(string Result, string Name, params string[] Parameters)
{
    /// <summary>The declaration.</summary>
    public string Declaration => $"{Result} {Name}({string.Join(", ", Parameters)})";

    /// <summary>A call with the parameters as arguments, returned where there is something to return.</summary>
    /// <param name="owner">The class that has the method called.</param>
    public string Forward(string owner) => $"{(Result == "void" ? "" : "return ")}{owner}.{Name}({string.Join(", ", Parameters.Select(Argument))});";

    private static string Argument(string parameter)
    {
        var words = parameter.Split(' ');
        return words[0] is "ref" or "in" ? $"{words[0]} {words[words.Length - 1]}" : words[words.Length - 1];
    }
}

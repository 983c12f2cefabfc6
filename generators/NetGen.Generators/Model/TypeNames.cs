using System.Text;

namespace NetGen.Generators.Model;

/// <summary>Names of types as people say them.</summary>
internal static class TypeNames
{
    /// <summary>A fully qualified name without namespaces and containing types: <c>global::A.B&lt;global::C.D&gt;</c> is <c>B&lt;D&gt;</c>.</summary>
    /// <param name="qualified">The name, its type arguments as fully qualified.</param>
    public static string Short(string qualified)
    {
        var text = new StringBuilder(qualified.Length);
        // Where the names that are still open begin: one for each type argument list that the text is in.
        var starts = new Stack<int>();
        starts.Push(0);
        foreach (var letter in qualified)
        {
            switch (letter)
            {
                case '.' or ':':
                    // What came before is a qualifier, its type arguments included.
                    text.Length = starts.Peek();
                    continue;
                case '>':
                    starts.Pop();
                    break;
            }

            text.Append(letter);
            switch (letter)
            {
                case '<':
                    starts.Push(text.Length);
                    break;
                case ',' or ' ':
                    starts.Pop();
                    starts.Push(text.Length);
                    break;
            }
        }

        return text.ToString();
    }
}

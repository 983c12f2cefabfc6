namespace NetGen.CodeFixes;

/// <summary>The layer names that one run of fixes has given, by the class's full name: a fix of many errors gives no name twice.</summary>
internal sealed class GivenNames
{
    private readonly HashSet<(string Type, string Name)> _names = [];

    /// <summary>Whether a name is taken.</summary>
    public bool Contains(string type, string name) => _names.Contains((type, name));

    /// <summary>Takes a name.</summary>
    public void Add(string type, string name) => _names.Add((type, name));
}

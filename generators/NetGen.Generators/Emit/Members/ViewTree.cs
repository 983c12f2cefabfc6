namespace NetGen.Generators.Emit.Members;

/// <summary>The views of parameters as a tree: those of layers inside a block are reached through the block.</summary>
internal sealed class ViewTree
{
    private readonly List<ViewTree> _children = [];

    private ViewTree(string name, ParameterView? view) => (Name, View) = (name, view);

    /// <summary>The member's name: an identifier without <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>The layer's view; null for a block.</summary>
    public ParameterView? View { get; }

    /// <summary>What is in a block, in order.</summary>
    public IReadOnlyList<ViewTree> Children => _children;

    /// <summary>The views below, in order.</summary>
    public IEnumerable<ParameterView> Views => View is null ? _children.SelectMany(static child => child.Views) : [View];

    /// <summary>The tree of some views, under a root without a name.</summary>
    public static ViewTree Of(IEnumerable<ParameterView> views)
    {
        var root = new ViewTree("", null);
        foreach (var view in views)
        {
            var names = view.Name.Split('.');
            var parent = root;
            for (var depth = 0; depth < names.Length - 1; depth++)
            {
                parent = parent.Block(names[depth]);
            }

            parent._children.Add(new ViewTree(names[names.Length - 1], view));
        }

        return root;
    }

    private ViewTree Block(string name)
    {
        // The layers of a block follow each other.
        if (_children.Count > 0 && _children[_children.Count - 1] is { View: null } last && last.Name == name)
        {
            return last;
        }

        var block = new ViewTree(name, null);
        _children.Add(block);
        return block;
    }
}

using NetGen.Generators.Parsing;

namespace NetGen.Generators.Emit.Members;

/// <summary>
/// Writes the properties by which users reach the parameters of layers. A block is a property whose type, a view of the block's stretch of the buffers, has those of the
/// layers inside. Repetitions that are laid out alike share the type.
/// </summary>
internal sealed class ViewsEmitter
{
    // The types of blocks are inside one, by a name that few types of the user's have.
    private const string Container = "BlockViews";

    // Where a type's own name belongs in its text: texts are compared without it.
    private const string OwnName = "\0";

    private readonly CodeWriter _writer;
    private readonly string? _body;
    private readonly List<(string Name, string Text)> _types = [];

    private ViewsEmitter(CodeWriter writer, string? body) => (_writer, _body) = (writer, body);

    /// <summary>The properties of a network.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="views">The layers' views, in order.</param>
    public static void Emit(CodeWriter writer, IEnumerable<ParameterView> views) => new ViewsEmitter(writer, null).Emit(ViewTree.Of(views), static _ => true);

    /// <summary>The properties of a network whose declaration is in error, each with the same body.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="views">The layers' views, in order.</param>
    /// <param name="body">The body, from <c>=></c> on.</param>
    /// <param name="isFree">Whether the network's class has room for a member of a name.</param>
    public static void EmitWithoutValues(CodeWriter writer, IEnumerable<ParameterView> views, string body, Func<string, bool> isFree) =>
        new ViewsEmitter(writer, body).Emit(ViewTree.Of(views), isFree);

    private void Emit(ViewTree root, Func<string, bool> isFree)
    {
        foreach (var child in root.Children.Where(child => isFree(child.Name) && (child.View is not null || isFree(Container))))
        {
            MemberDocumentation.Write(_writer, Describe(child, isInBlock: false));
            _writer.Line(Property(child, "Parameters", 0, "State", 0));
        }

        if (_types.Count == 0)
        {
            return;
        }

        MemberDocumentation.Write(_writer, "The types of blocks: views of their layers' parameters, no copies.");
        _writer.Line(Generated.Attribute);
        using (_writer.Open("public static class " + Container))
        {
            foreach (var (name, text) in _types)
            {
                if (name != _types[0].Name)
                {
                    _writer.Line();
                }

                _writer.Line("/// <summary>The parameters of a block's layers.</summary>");
                using (_writer.Open($"public readonly ref struct {Identifiers.Escape(name)}"))
                {
                    _writer.Lines(text.Replace(OwnName, Identifiers.Escape(name)));
                }
            }
        }
    }

    private static string Describe(ViewTree node, bool isInBlock)
    {
        var name = $"<c>{Literal.Xml(node.Name)}</c>";
        return node.View is not { } view ? $"Block {name}."
            : view.Number == 0 ? $"Layer {name}."
            : $"Layer {(isInBlock ? "" : Literal.Of(view.Number) + ", ")}{name}: {view.Contents}.";
    }

    private string Property(ViewTree node, string parameters, int firstParameter, string state, int firstState)
    {
        if (node.View is { } view)
        {
            return $"public {view.Type} {Identifiers.Escape(node.Name)}{_body ?? $" => {view.Create(parameters, firstParameter, state, firstState)};"}";
        }

        var type = TypeOf(node);
        var (first, length) = Extent(node.Views.SelectMany(static inner => inner.Parameters));
        var (stateFirst, stateLength) = Extent(node.Views.SelectMany(static inner => inner.State));
        var arguments = Slice(parameters, first - firstParameter, length) + (stateLength == 0 ? "" : ", " + Slice(state, stateFirst - firstState, stateLength));
        return $"public {Container}.{Identifiers.Escape(type)} {Identifiers.Escape(node.Name)}{_body ?? $" => new({arguments});"}";
    }

    private string TypeOf(ViewTree block)
    {
        var text = TextOf(block);
        if (_types.FindIndex(type => type.Text == text) is >= 0 and var index)
        {
            return _types[index].Name;
        }

        var name = NameFor(block);
        _types.Add((name, text));
        return name;
    }

    private string TextOf(ViewTree block)
    {
        var writer = new CodeWriter();
        var (first, _) = Extent(block.Views.SelectMany(static view => view.Parameters));
        var (firstState, stateLength) = Extent(block.Views.SelectMany(static view => view.State));
        if (_body is null)
        {
            Fields(writer, hasState: stateLength > 0);
        }

        foreach (var child in block.Children)
        {
            writer.Line();
            writer.Line($"/// <summary>{Describe(child, isInBlock: true)}</summary>");
            writer.Line(Property(child, "_parameters", first, "_state", firstState));
        }

        return writer.ToString().Trim('\n');
    }

    private static void Fields(CodeWriter writer, bool hasState)
    {
        writer.Line($"private readonly {EmittedTypes.Span} _parameters;");
        if (hasState)
        {
            writer.Line($"private readonly {EmittedTypes.Span} _state;");
        }

        writer.Line();
        writer.Line(hasState
            ? $"internal {OwnName}({EmittedTypes.Span} parameters, {EmittedTypes.Span} state)"
            : $"internal {OwnName}({EmittedTypes.Span} parameters) => _parameters = parameters;");
        if (hasState)
        {
            using (writer.Open())
            {
                writer.Line("_parameters = parameters;");
                writer.Line("_state = state;");
            }
        }
    }

    // The block's name without its number where that is free, since repetitions share the type. A member cannot have the name of its type.
    private string NameFor(ViewTree block)
    {
        var stem = block.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var name = IsFree(stem) ? stem : block.Name;
        while (!IsFree(name))
        {
            name += "_";
        }

        return name;

        bool IsFree(string candidate) =>
            candidate != Container && _types.All(type => type.Name != candidate) && block.Children.All(child => child.Name != candidate);
    }

    private static string Slice(string buffer, int start, int length) => $"{buffer}.Slice({Literal.Of(start)}, {Literal.Of(length)})";

    private static (int First, int Length) Extent(IEnumerable<MemberTensor> tensors)
    {
        var (first, end) = (int.MaxValue, 0);
        foreach (var tensor in tensors)
        {
            (first, end) = (Math.Min(first, tensor.Offset), Math.Max(end, tensor.Offset + tensor.Length));
        }

        return end == 0 ? (0, 0) : (first, end - first);
    }
}

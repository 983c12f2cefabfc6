using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>What the attributes of one class have given so far: layers, the residual blocks that are still open, and what the next layer receives.</summary>
internal sealed class LayerSequence
{
    private readonly LayerNames _names;
    private readonly Stack<OpenResidual> _open = new();
    private readonly List<LayerPlace> _steps = [];

    private LayerSequence(LayerScope scope, Shape? input, Received? received)
    {
        Scope = scope;
        Shape = input;
        IsCertain = input is not null;
        Received = received;
        _names = new LayerNames(scope);
        _open.Push(new OpenResidual(null, input, IsCertain));
    }

    /// <summary>Whose attributes are read.</summary>
    public LayerScope Scope { get; }

    /// <summary>What the next layer receives per sample; null where there is not even a guess.</summary>
    public Shape? Shape { get; private set; }

    /// <summary>Whether <see cref="Shape"/> is known, not guessed.</summary>
    public bool IsCertain { get; private set; }

    /// <summary>Where the values come from that the next layer receives; null where that is not known.</summary>
    public Received? Received { get; private set; }

    /// <summary>How many steps there are.</summary>
    public int Number { get; private set; }

    /// <summary>How many residual blocks are open.</summary>
    public int OpenBlocks => _open.Count - 1;

    /// <summary>Whether every layer that is declared is known.</summary>
    public bool IsComplete => _open.Peek().IsComplete;

    /// <summary>The layers; what is known of them where not all is.</summary>
    public ImmutableArray<LayerSpec> Layers => [.. _open.Peek().Layers];

    /// <summary>The first attribute of each.</summary>
    public ImmutableArray<NetworkAttribute> Starts => [.. _open.Peek().Starts];

    /// <summary>Where each step is declared, in order.</summary>
    public ImmutableArray<LayerPlace> Steps => [.. _steps];

    /// <summary>Reads a class's attributes of layers.</summary>
    /// <param name="attributes">All of the class's attributes, in order.</param>
    /// <param name="scope">Whose they are.</param>
    /// <param name="input">What the first layer receives; null where that is not known.</param>
    /// <param name="received">Where that comes from; null where it is not known.</param>
    public static LayerSequence Read(ImmutableArray<NetworkAttribute> attributes, LayerScope scope, Shape? input, Received? received)
    {
        var layers = new LayerSequence(scope, input, received);
        foreach (var attribute in attributes)
        {
            scope.Session.CancellationToken.ThrowIfCancellationRequested();
            if (attribute.Role != AttributeRole.Layer || scope.Session.IsFull)
            {
                continue;
            }

            if (scope.IsOutermost)
            {
                scope.Session.Current = attribute;
            }

            attribute.Kind!.Parser.Read(layers, attribute);
        }

        layers.Finish();
        return layers;
    }

    /// <summary>The names of what an attribute declares; valid, free and distinct even where the declared ones are in error.</summary>
    public ImmutableArray<string> NextNames(NetworkAttribute attribute) => _names.Next(attribute, Number + 1);

    /// <summary>A reader whose errors nobody sees where C# has its own on the attribute, from which the rest would only follow.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="noun">What messages call what it declares: <c>layer</c>.</param>
    /// <param name="name">Its name in this class.</param>
    public AttributeReader ReaderOf(NetworkAttribute attribute, string noun, string name) =>
        new(attribute.Data, noun + " '" + Scope.Prefix + name + "' of '" + Scope.Network.Name + "'", attribute.IsReadable ? Scope.Errors : new ErrorList());

    /// <summary>Adds a layer.</summary>
    public void Add(NetworkAttribute attribute, AttributeReader reader, LayerResult result)
    {
        _open.Peek().Add(result.Layer, attribute);
        AddStep(attribute, reader, result);
        (Shape, IsCertain, Received) = (result.Output, IsCertain && result.Layer is not null, result.Gives);
    }

    /// <summary>Adds one repetition of a block.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The repetition's name.</param>
    /// <param name="inner">The layers.</param>
    /// <param name="declaredBy">The block's class, fully qualified.</param>
    /// <param name="canBeShown">Whether messages can point into that class.</param>
    public void Add(NetworkAttribute attribute, string name, LayerSequence inner, string declaredBy, bool canBeShown)
    {
        var layer = inner.IsComplete && Shape is not null ? new BlockSpec(Scope.Prefix + name, Shape, inner.Layers, declaredBy) : null;
        _open.Peek().Add(layer, attribute);
        _steps.AddRange(inner._steps.Select(step => step with { Block = Scope.IsOutermost ? attribute : step.Block, CanBeShown = canBeShown && step.CanBeShown }));
        Number += inner.Number;
        (Shape, IsCertain, Received) = (inner.Shape, inner.IsCertain && layer is not null, inner.Received);
    }

    /// <summary>Notes that an attribute declares layers of which nothing is known.</summary>
    public void AddUnknown(NetworkAttribute attribute)
    {
        _open.Peek().Add(null, attribute);
        (Shape, IsCertain, Received) = (null, false, null);
    }

    /// <summary>Notes that an attribute declares nothing, in error: what comes after it receives what was there before.</summary>
    public void AddNothing(NetworkAttribute attribute) => _open.Peek().Add(null, attribute);

    /// <summary>Opens a residual block.</summary>
    public void Open(NetworkAttribute begin) => _open.Push(new OpenResidual(begin, Shape, IsCertain));

    /// <summary>Takes off the innermost open residual block; null where none is open.</summary>
    public OpenResidual? Close() => OpenBlocks > 0 ? _open.Pop() : null;

    /// <summary>Adds a residual block that has been closed.</summary>
    /// <param name="attribute">The closing bracket.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="block">What was between the brackets.</param>
    /// <param name="result">The block; its pieces are kept where it is not known.</param>
    /// <param name="isCertain">Whether what it gives is known, not guessed.</param>
    public void Add(NetworkAttribute attribute, AttributeReader reader, OpenResidual block, LayerResult result, bool isCertain)
    {
        if (result.Layer is null)
        {
            _open.Peek().AddPieces(block);
        }
        else
        {
            _open.Peek().Add(result.Layer, block.Begin!);
        }

        AddStep(attribute, reader, result);
        (Shape, IsCertain, Received) = (result.Output, isCertain, result.Gives);
    }

    private void AddStep(NetworkAttribute attribute, AttributeReader reader, LayerResult result)
    {
        Number++;
        _steps.Add(new LayerPlace(attribute, reader, null, CanBeShown: true));
        Scope.Session.Count(Scope.Network.Name, Scope.Errors);
        Scope.Session.Size.Add(reader, result);
    }

    private void Finish()
    {
        while (Close() is { Begin: { } begin } left)
        {
            _open.Peek().AddPieces(left);
            if (!Scope.Session.IsFull && begin.IsReadable)
            {
                Scope.Errors.Add(BlockRules.NotClosed, ErrorPlace.Of(begin.Data), Scope.Type.Name);
            }
        }
    }
}
